import type { Contact } from '~/features/groups/groups.schema'
import type { Actor } from '~/features/identity/actor'
import type { Services } from '~/platform/services'
import { changeApplication } from './change-application.server'
import { findOwnApplication } from './find-application.server'
import type { BoardAnswers } from './registration.schema'

type Input = ({ section: 'board'; value: BoardAnswers } | { section: 'contact'; value: Contact }) & {
  actor: Actor
  applicationId: string
  /** The version that the form was opened with. */
  version: number
  requestId?: string
}

/**
 * Saves the board or the contacts of an application, complete or not.
 * @throws notFound, not_editable, item_locked, changed_meanwhile
 */
export async function saveAnswers(services: Services, input: Input): Promise<void> {
  const { actor, applicationId, version, section, value, requestId } = input
  const { store, clock, newId } = services
  await store.transact(async (tx) => {
    const own = await findOwnApplication(tx, actor, applicationId)
    await changeApplication(tx, {
      actor,
      own,
      version,
      set: { answers: { ...own.application.answers, [section]: value } },
      items: [section],
      now: clock(),
      newId,
      requestId,
    })
  })
}
