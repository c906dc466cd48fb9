import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { FilterField, FilterSelect } from '~/ui/filter'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { auditActionWords, auditSubjectWords } from '../audit.messages'
import type { AuditRow } from '../audit.queries.server'
import { type AuditQuery, auditHref } from '../audit.schema'
import { auditFieldWords, auditValue, auditValueWords } from '../audit-delta.messages'

interface TrailProps {
  /** `/admin/jejak` or `/dinas/jejak`. */
  path: string
  query: AuditQuery
  regions: { code: string; name: string }[]
  rows: AuditRow[]
  older: number | null
}

/** The audit trail: who did what to what, when and where, and what changed from what to what. */
export function AuditTrail({ path, query, regions, rows, older }: TrailProps) {
  return (
    <>
      <AuditFilterForm path={path} query={query} regions={regions} />
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada catatan"
          action={
            <ButtonLink to={path} variant="secondary">
              Hapus semua saringan
            </ButtonLink>
          }
        >
          Tidak ada kejadian yang cocok dengan saringan ini. Longgarkan tanggalnya atau kosongkan satu isian.
        </EmptyState>
      ) : (
        <ol className="border-t border-edge">
          {rows.map((row) => (
            <Entry key={row.seq} row={row} path={path} query={query} />
          ))}
        </ol>
      )}
      <nav aria-label="Halaman" className="no-print mt-6 flex justify-between gap-4">
        {query.sebelum ? (
          <Link className="inline-flex min-h-11 items-center font-semibold" to={auditHref(path, query)}>
            ← Terbaru
          </Link>
        ) : (
          <span />
        )}
        {older !== null && (
          <Link
            className="inline-flex min-h-11 items-center font-semibold"
            to={auditHref(path, query, { sebelum: older })}
          >
            Lebih lama →
          </Link>
        )}
      </nav>
    </>
  )
}

function AuditFilterForm({ path, query, regions }: Pick<TrailProps, 'path' | 'query' | 'regions'>) {
  const actions = Object.entries(auditActionWords).map(([value, label]) => ({ value, label }))
  return (
    <form action={path} className="no-print mb-6 rounded-lg bg-mist p-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <FilterSelect
          name="tindakan"
          label="Tindakan"
          defaultValue={query.tindakan}
          options={actions}
          all="Semua tindakan"
        />
        <FilterField name="pelaku" label="Pelaku" hint="nama" defaultValue={query.pelaku} />
        <FilterField
          name="subjek"
          label="Tentang"
          hint="nomor KIM atau nomor rujukan"
          defaultValue={query.subjek}
        />
        {regions.length > 1 && (
          <FilterSelect
            name="wilayah"
            label="Wilayah"
            defaultValue={query.wilayah}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            all="Semua wilayah"
          />
        )}
        <FilterField name="dari" label="Dari tanggal" type="date" defaultValue={query.dari} />
        <FilterField name="sampai" label="Sampai tanggal" type="date" defaultValue={query.sampai} />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button variant="secondary">Saring</Button>
        <ButtonLink to={path} variant="quiet">
          Hapus saringan
        </ButtonLink>
      </div>
    </form>
  )
}

function Entry({ row, path, query }: { row: AuditRow; path: string; query: AuditQuery }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[15.5rem_1fr]">
      <p className="text-sm text-soft">
        {formatMoment(row.at, row.zone)}
        <span className="block max-md:inline max-md:before:content-['_·_']">
          no. {row.seq}
          {row.place && ` · ${row.place}`}
        </span>
      </p>
      <div>
        <p>
          <Who row={row} path={path} query={query} /> {auditActionWords[row.action] ?? row.action}
          <Subject row={row} path={path} query={query} />
        </p>
        {row.changes.length > 0 && (
          <dl className="mt-1 text-sm">
            {row.changes.map(({ field, before, after }) => (
              <div key={field} className="[overflow-wrap:anywhere]">
                <dt className="inline text-soft">{auditFieldWords[field] ?? field}: </dt>
                <dd className="inline">
                  {before !== null && before !== undefined && (
                    <>
                      <span className="sr-only">dari </span>
                      <span className="text-soft line-through decoration-1">{auditValue(before)}</span>
                      <span aria-hidden="true"> → </span>
                      <span className="sr-only"> menjadi </span>
                    </>
                  )}
                  <span className="font-medium">{auditValue(after)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

type Linking = { row: AuditRow; path: string; query: AuditQuery }

function Who({ row, path, query }: Linking) {
  if (!row.actorId) return <strong className="font-semibold">Portal</strong>
  return (
    <>
      <Link to={auditHref(path, query, { pelaku: row.actorId })} className="font-semibold">
        {row.actorName ?? 'Akun yang tidak dikenal'}
      </Link>{' '}
      <span className="text-soft">({auditValueWords[row.actorRole] ?? row.actorRole})</span>
    </>
  )
}

function Subject({ row, path, query }: Linking) {
  const kind = auditSubjectWords[row.subjectKind] ?? row.subjectKind
  return (
    <>
      {': '}
      <Link to={auditHref(path, query, { subjek: `${row.subjectKind}:${row.subjectId}` })}>
        {row.subjectName ?? `${kind} ini`}
      </Link>
    </>
  )
}
