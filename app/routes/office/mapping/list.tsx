import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellPlace } from '~/features/imports/ui/cell-place'
import { CheckAgain, ColumnFields } from '~/features/imports/ui/column-fields'
import { listColumns } from '~/features/mapping/list-columns'
import { listScreen } from '~/features/mapping/lists.queries.server'
import { actOnList } from '~/features/mapping/lists.server'
import { ListActForm, MappingId, MappingImportId } from '~/features/mapping/mapping.schema'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ActionButton } from '~/ui/form'
import { formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { WorkProgress } from '~/ui/work-progress'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Periksa daftar kelompok · Simpul KIM' }]

const params = z.object({ mappingId: MappingId, mappingImportId: MappingImportId })
const query = z.object({ kolom: z.string().optional().catch(undefined) })

export const loader = pageLoader(
  { access: { can: 'mapping.edit' }, params, query },
  ({ params: { mappingId, mappingImportId }, query: { kolom }, actor, services }) =>
    listScreen(services, actor, mappingId, mappingImportId, { columns: kolom !== undefined }),
)

const said = {
  apply: 'Daftar sedang dimasukkan.',
  check: 'Daftar sedang diperiksa.',
  discard: 'Daftar dibuang. Tidak ada yang masuk.',
}

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: ListActForm },
  async ({ value, params: { mappingId, mappingImportId: importId }, actor, services, requestId }) => {
    await actOnList(services, { actor, mappingId, importId, requestId, ...value })
    return redirectSaying(`/dinas/pemetaan/${mappingId}/unggah/${importId}`, said[value.intent])
  },
)

export default function List() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { head, status, fileName, layout, refusal, progress, version, counts, appliedAt } = screen
  return (
    <MappingPage
      head={head}
      title={fileName}
      lead={layout ? `Judul kolom di baris ${layout.headerRow}.` : undefined}
      back={{ to: `/dinas/pemetaan/${head.id}/unggah`, label: 'Unggah daftar' }}
    >
      <Refusal result={answer?.result} />
      {screen.choosing && layout && head.mayEdit && (
        <ColumnFields
          {...layout}
          shape={listColumns}
          version={version}
          typed={answer?.result.initialValue}
          into="pemetaan"
        />
      )}
      {status === 'checking' && (
        <WorkProgress title="Daftar sedang diperiksa" progress={progress} unit="baris" />
      )}
      {status === 'applying' && (
        <WorkProgress title="Daftar sedang dimasukkan" progress={progress} unit="baris" />
      )}
      {refusal && (
        <Callout tone="bad" title="Tidak ada yang masuk">
          {refusal}
        </Callout>
      )}
      {status === 'checked' && !screen.choosing && <Checked />}
      {status === 'applied' && (
        <Callout tone="good" title={`${formatNumber(counts?.fresh ?? 0)} kelompok sudah masuk`}>
          {appliedAt !== null && <p>Masuk {formatMoment(appliedAt, head.zone)}.</p>}
          <p>
            <Link to={`/dinas/pemetaan/${head.id}/daftar`} className="inline-flex min-h-11 items-center">
              Lihat daftar kelompok
            </Link>
          </p>
        </Callout>
      )}
      {status === 'discarded' && <Callout tone="plain">Daftar ini dibuang dan tidak pernah masuk.</Callout>}
      {['uploaded', 'checked', 'refused'].includes(status) && head.mayEdit && (
        <div className="mt-10 border-t border-line pt-6">
          <p className="mb-3 max-w-prose text-soft">
            Ada yang perlu diperbaiki? Perbaiki di berkasnya, lalu unggah lagi; daftar ini boleh dibuang.
          </p>
          <ActionButton values={{ intent: 'discard', version: String(version) }}>
            Buang daftar ini
          </ActionButton>
        </div>
      )}
    </MappingPage>
  )
}

function Checked() {
  const { head, id, version, layout, counts, problems, more } = useLoaderData<typeof loader>()
  if (!counts) return null
  const ready = counts.wrongRows === 0
  return (
    <>
      {ready && counts.fresh > 0 && (
        <Callout tone="good" title={`Semua ${formatNumber(counts.rows)} baris dapat dibaca`}>
          <p className="mb-3">
            {formatNumber(counts.fresh)} kelompok akan masuk
            {counts.repeated > 0 && `; ${formatNumber(counts.repeated)} sudah tercatat dan dilewati`}. Semua
            masuk sekaligus, atau tidak sama sekali.
          </p>
          {head.mayEdit && (
            <ActionButton variant="primary" values={{ intent: 'apply', version: String(version) }}>
              {`Masukkan ${formatNumber(counts.fresh)} kelompok`}
            </ActionButton>
          )}
        </Callout>
      )}
      {ready && counts.fresh === 0 && (
        <Callout tone="plain" title="Tidak ada yang baru">
          Semua {formatNumber(counts.repeated)} baris sudah tercatat dalam pemetaan ini.
        </Callout>
      )}
      {!ready && (
        <Callout tone="wait" title="Belum ada yang masuk">
          <p>
            {formatNumber(counts.wrongRows)} baris perlu diperbaiki di berkasnya, lalu unggah lagi.
            {counts.stopped &&
              ` Pemeriksaan berhenti setelah ${formatNumber(counts.rows)} baris karena terlalu banyak yang salah.`}
          </p>
        </Callout>
      )}
      {head.mayEdit && layout && (
        <div className="mt-2 flex flex-wrap items-center gap-x-6">
          <Link to="?kolom=1" className="inline-flex min-h-11 items-center font-semibold">
            Ubah kolom
          </Link>
          <CheckAgain columns={layout.columns} version={version} />
        </div>
      )}
      {problems.length > 0 && (
        <Section
          title="Yang perlu diperbaiki"
          actions={
            <a
              href={`/dinas/pemetaan/${head.id}/unggah/${id}/catatan`}
              download
              className="inline-flex min-h-11 items-center font-semibold"
            >
              Unduh catatan (CSV)
            </a>
          }
        >
          <DataTable
            caption="Sel yang perlu diperbaiki"
            rows={problems}
            keyOf={({ at }) => String(at)}
            columns={[
              {
                header: 'Sel',
                cell: (problem) => <CellPlace {...problem} />,
              },
              {
                header: 'Isi',
                cell: ({ value }) => <span className="[overflow-wrap:anywhere]">{value || '(kosong)'}</span>,
              },
              { header: 'Yang perlu diperbaiki', prose: true, cell: ({ message }) => message },
            ]}
          />
          {more && (
            <p className="mt-3 text-soft">
              Hanya {formatNumber(problems.length)} yang pertama ditampilkan; selebihnya ada di berkas
              catatan.
            </p>
          )}
        </Section>
      )}
    </>
  )
}
