import type { ReactNode } from 'react'

export type Tone = 'info' | 'good' | 'wait' | 'bad' | 'plain'

const boxes: Record<Tone, string> = {
  info: 'border-teal-300 bg-teal-50',
  good: 'border-teal-500 bg-teal-50',
  wait: 'border-amber-200 bg-amber-50',
  bad: 'border-red-200 bg-red-50',
  plain: 'border-line bg-mist',
}
const badges: Record<Tone, string> = {
  info: 'bg-teal-50 text-teal-800 ring-teal-200',
  good: 'bg-teal-700 text-white ring-teal-700',
  wait: 'bg-amber-50 text-amber-700 ring-amber-200',
  bad: 'bg-red-50 text-red-700 ring-red-200',
  plain: 'bg-mist text-soft ring-line',
}

/** A message that stands out: what happened and what to do next. */
export function Callout({
  tone = 'info',
  title,
  role,
  children,
}: {
  tone?: Tone
  title?: ReactNode
  role?: 'status' | 'alert'
  children?: ReactNode
}) {
  return (
    <div role={role} className={`my-4 rounded-md border-l-4 px-4 py-3 ${boxes[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={title ? 'mt-1' : ''}>{children}</div>}
    </div>
  )
}

/** A state in a word; the word carries the meaning, the colour only helps. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ring-1 ring-inset ${badges[tone]}`}
    >
      {children}
    </span>
  )
}

/** What will be here, and the one way to start it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="my-6 rounded-md border border-dashed border-edge px-6 py-10 text-center">
      <p className="text-lg font-semibold">{title}</p>
      <div className="mx-auto mt-1 max-w-prose text-soft">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
