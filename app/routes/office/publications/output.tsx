import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { makePublication } from '~/features/publications/make-publication.server'
import { previewScreen } from '~/features/publications/preview.queries.server'
import { makeForm, outputParams, outputQuery } from '~/features/publications/publications.schema'
import { Definitions, DocumentTables, Warnings } from '~/features/publications/ui/document-tables'
import { OutputFilter } from '~/features/publications/ui/output-filter'
import { formAction, pageLoader } from '~/routes/door'
import { Form, SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: `${data?.title ?? 'Rekap'} · Simpul KIM` },
]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'publication.read' }, params: outputParams, query: outputQuery },
  ({ params: { output }, query, actor, services }) => previewScreen(services, actor, output, query),
)

export const action = formAction(
  { access: { can: 'publication.make' }, params: outputParams, schema: makeForm },
  async ({ params: { output }, value, actor, services, requestId }) => {
    const { id, regionCode, ...period } = value
    await makePublication(services, { actor, requestId, id, output, regionCode, period })
    return redirect(`/dinas/rekap/dokumen/${id}`)
  },
)

export default function Output() {
  const screen = useLoaderData<typeof loader>()
  const { content, form } = screen
  return (
    <Page
      wide
      title={screen.title}
      lead={`${screen.place}. ${screen.periodWords}.`}
      back={{ to: '/dinas/rekap', label: 'Rekap dan laporan' }}
    >
      <OutputFilter
        kind={screen.period}
        filter={screen.filter}
        parameters={screen.parameters}
        choices={screen.choices}
      />
      <Refusal title="Dokumen belum diterbitkan" result={useActionData<typeof action>()?.result} />
      <Warnings warnings={content.warnings} />
      {form.mayMake && (
        <Form className="no-print my-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-line py-4">
          <input type="hidden" name="id" value={form.id} />
          <input type="hidden" name="regionCode" value={form.regionCode} />
          {Object.entries(form.period).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton>Terbitkan dokumen bernomor</SubmitButton>
          <p className="text-sm text-soft">
            PDF, Excel dan CSV dengan angka di halaman ini. Tidak berubah lagi.
          </p>
        </Form>
      )}
      <DocumentTables tables={screen.tables} />
      <Definitions definitions={content.definitions} />
    </Page>
  )
}
