import type { ReactNode } from 'react'
import { Link } from './link'

interface PageProps {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Where one came from. */
  back?: { to: string; label: string }
  /** Buttons beside the title on a wide screen, below it on a phone. */
  actions?: ReactNode
  /** Office screens use the width. */
  wide?: boolean
  children: ReactNode
}

/** The frame of a page's content: way back, title, lead, actions. */
export function Page({ title, lead, back, actions, wide = false, children }: PageProps) {
  return (
    <div className={`mx-auto w-full px-4 pt-6 pb-16 sm:px-6 ${wide ? 'max-w-7xl' : 'max-w-3xl'}`}>
      {back && (
        <p className="no-print mb-3 text-sm">
          <Link to={back.to} className="inline-flex min-h-11 items-center no-underline hover:underline">
            <span aria-hidden="true" className="mr-1">
              ←
            </span>
            {back.label}
          </Link>
        </p>
      )}
      <div className="mb-6 flex flex-col gap-4 sm:flex-row sm:items-start sm:justify-between">
        <div>
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead && <p className="mt-2 max-w-2xl text-soft">{lead}</p>}
        </div>
        {actions && <div className="no-print flex shrink-0 flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  actions,
  children,
}: {
  title: ReactNode
  id?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} className="mt-10 border-t border-line pt-6 first:mt-0 first:border-t-0 first:pt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-xl">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
