import type { ReactNode } from 'react'
import type { GroupStatus } from '~/features/groups/groups.state'

export type Answer = GroupStatus | 'unknown'

const looks: Record<Answer, { box: string; sign: string; path: string }> = {
  registered: { box: 'border-teal-700 bg-teal-50', sign: 'bg-teal-700', path: 'M12 21l6 6 11-13' },
  suspended: { box: 'border-amber-700 bg-amber-50', sign: 'bg-amber-700', path: 'M16 13v14M24 13v14' },
  closed: { box: 'border-edge bg-mist', sign: 'bg-soft', path: 'M13 13l14 14M27 13L13 27' },
  unknown: {
    box: 'border-red-700 bg-red-50',
    sign: 'bg-red-700',
    path: 'M15 16a5 5 0 1 1 7 4.6c-1.6.7-2 1.6-2 3.4M20 28.5v.1',
  },
}

/** The answer to "is this real?", large: a word, a sign of its own shape, and a colour. */
export function Verdict({ answer, word, children }: { answer: Answer; word: string; children: ReactNode }) {
  const { box, sign, path } = looks[answer]
  return (
    <div className={`flex gap-4 rounded-md border-l-8 px-5 py-6 max-sm:flex-col sm:gap-6 sm:px-7 ${box}`}>
      <span className={`flex size-14 shrink-0 items-center justify-center rounded-full ${sign}`}>
        <svg
          viewBox="0 0 40 40"
          className="size-11"
          fill="none"
          stroke="#ffffff"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d={path} />
        </svg>
      </span>
      <div>
        <p className="text-3xl leading-tight font-bold tracking-tight">{word}</p>
        <div className="mt-1.5 max-w-prose text-lg">{children}</div>
      </div>
    </div>
  )
}
