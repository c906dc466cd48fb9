import type { SubmissionResult } from '@conform-to/react'
import { Badge } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import { Page } from '~/ui/page'
import { choiceWords } from '../choices.messages'
import type { ChoicesScreen } from '../choices-screen.queries.server'
import { AddChoice, EndChoice, RenameChoice } from './choice-forms'

const stateWords = { now: 'Berlaku', planned: 'Akan berlaku', past: 'Sudah berakhir' }

/** A list to choose from: what is in it and since when, and the forms that change it. */
export function ChoicesPage({
  screen: { list, today, choices },
  answer,
}: {
  screen: ChoicesScreen
  answer?: { result: SubmissionResult<string[]> }
}) {
  const { title, chosenBy, carriers } = choiceWords[list]
  const result = answer?.result
  return (
    <Page
      title={title}
      lead={`Yang dapat dipilih ${chosenBy}. Yang sudah berakhir tetap terbaca pada ${carriers} yang memakainya.`}
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <AddChoice key={choices.length} list={list} today={today} answer={result} />
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {choices.map((choice) => (
          <li key={choice.code} className="py-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="font-semibold">{choice.name}</strong>
              <Badge tone={choice.state === 'now' ? 'info' : 'plain'}>{stateWords[choice.state]}</Badge>
            </p>
            <p className="text-sm text-soft">
              Dapat dipilih sejak {formatDate(choice.validFrom)}
              {choice.validUntil && ` sampai ${formatDate(choice.validUntil)}`}
              {choice.source && ` · ${choice.source}`}
            </p>
            <div className="flex flex-wrap gap-x-6">
              <RenameChoice key={`nama ${choice.name}`} list={list} choice={choice} answer={result} />
              <EndChoice key={`akhir ${choice.validUntil}`} list={list} choice={choice} answer={result} />
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
