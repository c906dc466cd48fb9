import { Badge, type Tone } from '~/ui/callout'
import { Link } from '~/ui/link'
import type { Step, StepState } from '../progress'
import { applicationPath, sectionPaths, sectionWords } from '../registration.messages'
import { reviewItemWords } from '../review.messages'

const stateWords: Record<StepState, { tone: Tone; words: string }> = {
  complete: { tone: 'info', words: 'Lengkap' },
  incomplete: { tone: 'wait', words: 'Belum lengkap' },
  needs_fix: { tone: 'wait', words: 'Perlu diperbaiki' },
  corrected: { tone: 'info', words: 'Sudah diperbaiki' },
  accepted: { tone: 'good', words: 'Diterima' },
  sent: { tone: 'plain', words: 'Terkirim' },
}

/** The steps of an application with how far each is; each is a link to its page. */
export function StepList({ applicationId, steps }: { applicationId: string; steps: Step[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {steps.map(({ section, state, missing, fixes }, at) => (
        <li key={section} className="py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="inline-flex items-center gap-2">
              <span className="w-4 text-soft">{at + 1}.</span>
              <Link
                to={applicationPath(applicationId, sectionPaths[section])}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {sectionWords[section]}
              </Link>
            </span>
            <Badge tone={stateWords[state].tone}>{stateWords[state].words}</Badge>
          </div>
          {state === 'incomplete' && missing.length > 0 && (
            <p className="pl-6 text-soft">Belum ada: {missing.join(', ')}.</p>
          )}
          {fixes.map(({ item, reason }) => (
            <p key={item} className="pl-6 whitespace-pre-line">
              <span className="font-medium">{reviewItemWords[item]}:</span> {reason}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
