import type { ReactNode } from 'react'
import { Badge } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import { NavLink } from '~/ui/link'
import { Page } from '~/ui/page'
import { mappingStatusWords } from '../mapping.messages'
import type { MappingHead } from '../mapping-screen.queries.server'

/** The frame of a mapping's pages: its name, place and state, and the way to its other pages. */
export function MappingPage({
  head,
  title,
  lead,
  actions,
  back,
  children,
}: {
  head: MappingHead
  /** Of the page; left out on the first one. */
  title?: string
  lead?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
  children: ReactNode
}) {
  const home = `/dinas/pemetaan/${head.id}`
  const { label, tone } = mappingStatusWords[head.status]
  return (
    <Page
      wide
      title={title ?? `${head.title}, ${head.regency.name}`}
      lead={lead ?? (title && `${head.title}, ${head.regency.name}`)}
      back={back ?? (title ? { to: home, label: head.title } : { to: '/dinas/pemetaan', label: 'Pemetaan' })}
      actions={actions}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
        <Badge tone={tone}>{label}</Badge>
        <span>
          {formatDate(head.beginsOn)} sampai {formatDate(head.endsOn)}
          {head.number && head.settledOn && (
            <>
              . Nomor <strong className="text-ink">{head.number}</strong>, ditetapkan{' '}
              {formatDate(head.settledOn)}
            </>
          )}
        </span>
      </p>
      {head.status !== 'draft' && <Pages home={home} head={head} />}
      <div className={head.status === 'draft' ? '' : 'mt-6'}>{children}</div>
    </Page>
  )
}

function Pages({ home, head }: { home: string; head: MappingHead }) {
  const pages = [
    { to: home, label: 'Ringkasan', end: true },
    { to: `${home}/daftar`, label: 'Daftar kelompok' },
    { to: `${home}/desa-kosong`, label: 'Desa tanpa kelompok' },
    { to: `${home}/ganda`, label: 'Tercatat dua kali?' },
    { to: `${home}/rencana`, label: 'Rencana' },
    ...(head.mayEdit
      ? [
          { to: `${home}/baru`, label: 'Catat kelompok' },
          { to: `${home}/unggah`, label: 'Unggah daftar' },
        ]
      : []),
  ]
  return (
    <nav aria-label="Pemetaan ini" className="no-print mt-4 mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-x-6 whitespace-nowrap">
        {pages.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="tab inline-flex min-h-11 items-center text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
