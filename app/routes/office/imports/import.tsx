import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { applyImport } from '~/features/imports/apply-import.server'
import { checkImport, confirmDuplicates, discardImport } from '~/features/imports/check-import.server'
import { groupColumns } from '~/features/imports/group-columns'
import { importScreen } from '~/features/imports/imports.queries.server'
import { ImportForm, ImportId } from '~/features/imports/imports.schema'
import { CheckedList } from '~/features/imports/ui/checked-list'
import { ColumnFields } from '~/features/imports/ui/column-fields'
import { ResultList } from '~/features/imports/ui/result-list'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Page } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Periksa daftar KIM · Simpul KIM' }]

const params = z.object({ importId: ImportId })
const page = z.coerce.number().int().min(1).max(1000).catch(1).default(1)
const query = z.object({
  salah: page,
  sama: page,
  hasil: page,
  kolom: z.string().optional().catch(undefined),
})

export const loader = pageLoader(
  { access: { can: 'group.import' }, params, query },
  ({ params: { importId }, query: { salah, sama, hasil, kolom }, actor, services }) =>
    importScreen(services, actor, importId, {
      problemPage: salah,
      duplicatePage: sama,
      resultPage: hasil,
      mapping: kolom !== undefined,
    }),
)

export const action = formAction(
  { access: { can: 'group.import' }, params, schema: ImportForm },
  async ({ value, params: { importId }, actor, services, requestId }) => {
    const act = { actor, importId, version: value.version, requestId }
    const here = `/dinas/impor/${importId}`
    switch (value.intent) {
      case 'check': {
        const { problems, duplicates } = await checkImport(services, { ...act, mapping: value.columns })
        return redirectSaying(here, checkedWords(problems, duplicates))
      }
      case 'confirm': {
        const left = await confirmDuplicates(services, { ...act, shown: value.shown, keep: value.keep })
        return redirectSaying(
          here,
          left === 0
            ? 'Semua yang mirip sudah dipastikan.'
            : `Tersimpan. Tinggal ${formatNumber(left)} baris lagi.`,
        )
      }
      case 'apply': {
        const total = await applyImport(services, act)
        return redirectSaying(
          here,
          `${formatNumber(total)} KIM sudah terdaftar dan mendapat nomor registrasi.`,
        )
      }
      case 'discard':
        await discardImport(services, act)
        return redirectSaying('/dinas/impor', 'Daftar dibuang. Tidak ada yang masuk ke registri.')
    }
  },
)

function checkedWords(problems: number, duplicates: number): string {
  if (problems > 0)
    return `Sudah diperiksa: ${formatNumber(problems)} baris perlu diperbaiki. Belum ada yang masuk.`
  if (duplicates > 0) return `Sudah diperiksa: ${formatNumber(duplicates)} baris mirip dengan yang sudah ada.`
  return 'Sudah diperiksa: semua baris siap didaftarkan.'
}

export default function Import() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const open = screen.status === 'uploaded' || screen.status === 'checked'
  return (
    <Page
      wide
      title={screen.fileName}
      lead={`${formatNumber(screen.rowCount)} baris data, judul kolom di baris ${screen.headerRow}.`}
      back={{ to: '/dinas/impor', label: 'Impor daftar KIM' }}
    >
      <Refusal result={answer?.result} />
      {screen.status === 'discarded' && (
        <Callout tone="plain">Daftar ini dibuang dan tidak pernah masuk ke registri.</Callout>
      )}
      {screen.choosing && (
        <ColumnFields
          shape={groupColumns}
          headers={screen.headers}
          columns={screen.mapping}
          samples={screen.samples}
          version={screen.version}
          typed={answer?.result.initialValue}
          into="registri"
        />
      )}
      {screen.status === 'checked' && !screen.choosing && <CheckedList screen={screen} />}
      {screen.status === 'applied' && <ResultList screen={screen} />}
      {open && (
        <div className="mt-10 border-t border-line pt-6">
          <p className="mb-3 max-w-prose text-soft">
            Ada yang perlu diperbaiki di berkasnya? Buang daftar ini, perbaiki di Excel, lalu unggah lagi.
          </p>
          <ActionButton values={{ intent: 'discard', version: String(screen.version) }}>
            Buang daftar ini
          </ActionButton>
        </div>
      )}
    </Page>
  )
}
