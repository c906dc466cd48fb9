import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { classWords, followUpWords } from '~/features/mapping/mapping.messages'
import { MappingId, rowsHref } from '~/features/mapping/mapping.schema'
import { planScreen } from '~/features/mapping/plan.queries.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { partnerStep } from '~/features/mapping/ui/partner-step'
import { pageLoader } from '~/routes/door'
import { Callout } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'

export const meta = () => [{ title: 'Rencana · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params: z.object({ mappingId: MappingId }) },
  ({ params: { mappingId }, actor, services }) => planScreen(services, actor, mappingId),
)

const titles = {
  form: 'Di mana membentuk KIM',
  strengthen: 'Siapa yang perlu diperkuat',
  partner: 'Kemitraan yang perlu disepakati',
}

const stepColumn: Column<ReturnType<typeof useLoaderData<typeof loader>>['lists'][number]['rows'][number]> = {
  header: 'Langkah',
  cell: (row) => {
    const { to, label } = partnerStep(row)
    return (
      <Link to={to} className="inline-flex min-h-11 items-center sm:min-h-0">
        {label}
        <span className="sr-only"> {row.name}</span>
      </Link>
    )
  },
}

export default function Plan() {
  const { head, lists, emptyVillages } = useLoaderData<typeof loader>()
  const home = `/dinas/pemetaan/${head.id}`
  const link = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <MappingPage head={head} title="Rencana">
      {head.status === 'running' && (
        <Callout tone="wait" title="Masih sementara">
          Pemetaan ini masih berjalan. Rencananya tetap setelah ditetapkan.
        </Callout>
      )}
      {lists.map(({ followUp, total, rows }) => (
        <Section
          key={followUp}
          title={`${titles[followUp]}: ${formatNumber(total)}`}
          actions={
            total > 0 && (
              <span className="flex flex-wrap gap-x-5">
                {(['csv', 'xlsx'] as const).map((format) => (
                  <a
                    key={format}
                    className={link}
                    download
                    href={rowsHref(`${home}/unduh/${format}`, { tindak: followUp })}
                  >
                    Unduh {format.toUpperCase()}
                  </a>
                ))}
              </span>
            )
          }
        >
          {rows.length === 0 ? (
            <p className="text-soft">Tidak ada kelompok dengan usulan “{followUpWords[followUp].label}”.</p>
          ) : (
            <DataTable
              caption={titles[followUp]}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  header: 'Kelompok',
                  cell: ({ id, name }) => <Link to={`${home}/baris/${id}`}>{name}</Link>,
                },
                { header: 'Tempat', cell: ({ place }) => place },
                { header: 'Jenis', cell: (row) => row.kind ?? classWords[row.class].short },
                {
                  header: 'Yang masih kurang',
                  cell: ({ gap }) => gap ?? <span className="text-soft">–</span>,
                },
                ...(followUp === 'partner' ? [stepColumn] : []),
              ]}
            />
          )}
          {followUp === 'form' && emptyVillages > 0 && (
            <p className="mt-2">
              <Link to={`${home}/desa-kosong`} className={link}>
                {formatNumber(emptyVillages)} desa, kelurahan atau kampung belum punya KIM maupun calonnya
              </Link>
            </p>
          )}
          {total > rows.length && (
            <p className="mt-2">
              <Link to={rowsHref(`${home}/daftar`, { tindak: followUp })} className={link}>
                Lihat semua {formatNumber(total)}
              </Link>
            </p>
          )}
        </Section>
      ))}
    </MappingPage>
  )
}
