import { addChoice } from '~/features/choices/add-choice.server'
import { endChoice, renameChoice } from '~/features/choices/change-choice.server'
import { choiceWords } from '~/features/choices/choices.messages'
import { ChoiceForm, type ChoiceList } from '~/features/choices/choices.schema'
import { choicesScreen } from '~/features/choices/choices-screen.queries.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

const access = { can: 'admin.manage' } as const

/** The loader of the page of a list. */
export const choicesLoader = (list: ChoiceList) =>
  pageLoader({ access }, ({ services }) => choicesScreen(services, list))

/** The action of the page of a list. */
export const choicesAction = (list: ChoiceList) =>
  formAction({ access, schema: ChoiceForm }, async ({ value, actor, services, requestId }) => {
    const { path } = choiceWords[list]
    switch (value.intent) {
      case 'add':
        await addChoice(services, list, { ...value, actor, requestId })
        return redirectSaying(path, `${value.name} ditambahkan.`)
      case 'rename':
        await renameChoice(services, list, { ...value, actor, requestId })
        return redirectSaying(path, `Namanya sekarang ${value.name}.`)
      case 'end':
        await endChoice(services, list, { ...value, actor, requestId })
        return redirectSaying(path, 'Masa berlakunya dicatat.')
    }
  })
