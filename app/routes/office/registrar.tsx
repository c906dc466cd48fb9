import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { registrarDashboard } from '~/features/home/registrar-dashboard.queries.server'
import { RegistrarFigures } from '~/features/home/ui/registrar-figures'
import { activateSubdomains, refuseAtRegistrar } from '~/features/subdomains/activate-subdomains.server'
import { registrarScreen } from '~/features/subdomains/decisions.queries.server'
import { filterOf, listQuery, pageHref } from '~/features/subdomains/filter.schema'
import { RegistrarForm } from '~/features/subdomains/subdomains.schema'
import { RegistrarTable } from '~/features/subdomains/ui/registrar-table'
import { RequestFilter } from '~/features/subdomains/ui/request-filter'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea, tickedIn } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Pengaktifan nama kim.id · Simpul KIM' }]

const query = listQuery('endorsed')

export const loader = pageLoader(
  { access: { can: 'subdomain.activate' }, query },
  async ({ query: asked, actor, services }) => ({
    ...(await registrarScreen(services, actor, filterOf(asked))),
    dashboard: await registrarDashboard(services),
  }),
)

export const action = formAction(
  { access: { can: 'subdomain.activate' }, schema: RegistrarForm },
  async ({ value, actor, services, requestId }) => {
    const act = { actor, chosen: value.chosen, requestId }
    if (value.intent === 'activate') {
      const labels = await activateSubdomains(services, act)
      return redirectSaying('/registrar', `${names(labels)} sudah aktif. Kelompoknya sudah diberi tahu.`)
    }
    const labels = await refuseAtRegistrar(services, { ...act, reason: value.reason })
    return redirectSaying('/registrar', `${names(labels)} ditolak. Kelompoknya sudah diberi tahu alasannya.`)
  },
)

/** "a.kim.id dan b.kim.id", or how many when there are more. */
function names(labels: string[]): string {
  if (labels.length > 3) return `${formatNumber(labels.length)} nama`
  return labels.map((label) => `${label}.kim.id`).join(' dan ')
}

export default function Registrar() {
  const { rows, filter, counts, total, pageCount, now, provinces, dashboard } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'putuskan',
    lastResult: answer?.result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: RegistrarForm }),
  })
  const decides = filter.status === 'endorsed'
  const download = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <Page
      wide
      title="Nama kim.id"
      lead="Nama yang sudah didukung Dinas Kominfo kabupaten/kota. Unduh daftarnya, aktifkan di server nama, lalu tandai di sini."
      actions={
        <>
          {/* Plain links: a file is no page for the router. */}
          <a className={download} href="/registrar/unduh/csv" download>
            Unduh CSV
          </a>
          <a className={`${download} ml-4`} href="/registrar/unduh/zone" download>
            Unduh zona BIND
          </a>
        </>
      }
    >
      <RegistrarFigures dashboard={dashboard} />
      <RequestFilter
        path="/registrar"
        stages={['endorsed', 'requested', 'active', 'refused', 'released']}
        filter={filter}
        counts={counts}
        provinces={provinces}
      />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada nama di tahap ini">
          Begitu Dinas Kominfo kabupaten/kota mendukung sebuah permintaan, namanya muncul di sini dan Anda
          mendapat pemberitahuan.
        </EmptyState>
      ) : decides ? (
        <Form {...getFormProps(form)}>
          <ErrorSummary form={form} labels={{ chosen: 'Pilihan', reason: 'Alasan' }} />
          <RegistrarTable
            rows={rows}
            now={now}
            name="chosen"
            fieldId={`${form.id}-chosen`}
            isTicked={tickedIn(answer?.result, 'chosen')}
          />
          <div className="mt-6 grid gap-8 lg:grid-cols-2">
            <div>
              <h2 className="mb-2 text-lg">Sudah aktif di server nama?</h2>
              <SubmitButton name="intent" value="activate">
                Tandai yang dipilih sebagai aktif
              </SubmitButton>
            </div>
            <Fold label="Tolak yang dipilih" open={fields.reason.errors !== undefined}>
              <TextArea
                field={fields.reason}
                label="Alasan penolakan"
                hint="Dibaca oleh kelompok. Tulis apa yang perlu diubah."
                rows={3}
              />
              <SubmitButton name="intent" value="refuse" variant="danger">
                Tolak yang dipilih
              </SubmitButton>
            </Fold>
          </div>
        </Form>
      ) : (
        <RegistrarTable rows={rows} now={now} />
      )}
      <Pagination
        page={filter.page}
        pageCount={pageCount}
        total={total}
        hrefFor={(page) => pageHref('/registrar', filter, page)}
      />
    </Page>
  )
}
