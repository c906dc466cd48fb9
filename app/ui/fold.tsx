import type { ReactNode } from 'react'

const wide = 'flex justify-between font-semibold text-teal-800'
const looks = {
  strong: { summary: 'inline-flex font-semibold text-teal-700', frame: '' },
  plain: { summary: 'inline-flex text-teal-700', frame: '' },
  danger: { summary: 'inline-flex font-semibold text-red-700', frame: '' },
  row: { summary: wide, frame: 'border-b border-line open:pb-5' },
  box: { summary: wide, frame: 'rounded-md border border-edge px-4' },
}

/**
 * What stays folded until it is wanted; an arrow says that it unfolds, and it does so without a script.
 * Only what is open is printed.
 * Something said under its label is `strong`, something small `plain`, taking back or ending for good `danger`;
 * a `row` stands in a list of folds, a `box` alone. `about` is read out after the label and not shown.
 */
export function Fold({
  label,
  about,
  look = 'strong',
  open,
  className = '',
  children,
}: {
  label: ReactNode
  about?: string
  look?: keyof typeof looks
  open?: boolean
  className?: string
  children: ReactNode
}) {
  const { summary, frame } = looks[look]
  return (
    <details open={open} className={`print:not-open:hidden ${frame} ${className}`}>
      <summary className={`fold min-h-11 cursor-pointer items-center py-1 ${summary}`}>
        {label}
        {about && <span className="sr-only">{about}</span>}
      </summary>
      {children}
    </details>
  )
}
