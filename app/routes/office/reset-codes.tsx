import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { issueCodeSchema } from '~/features/identity/identity.schema'
import { issueResetCode } from '~/features/identity/issue-reset-code.server'
import { type CodeCandidate, findCodeCandidates } from '~/features/identity/reset-codes.queries.server'
import { tidy } from '~/platform/text'
import { formAction, pageLoader } from '~/routes/door'
import { redirectShowing, takeShown } from '~/routes/shown-once.server'
import { Button } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { CheckboxField, ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Kode sandi baru · Simpul KIM' }]

const query = z.object({ q: z.string().max(200).transform(tidy).catch('') })

export const loader = pageLoader(
  { access: { can: 'resetCode.issue' }, query },
  async ({ services, actor, query: { q }, request }) => {
    const { shown, headers } = await takeShown(request)
    return data(
      { q, shown, found: q === '' ? [] : await findCodeCandidates(services, actor, q) },
      { headers },
    )
  },
)

export const action = formAction(
  { access: { can: 'resetCode.issue' }, schema: issueCodeSchema },
  async ({ value, services, actor, requestId }) => {
    const { code, name } = await issueResetCode(services, actor, { accountId: value.accountId, requestId })
    return redirectShowing('/dinas/kode', { code, name })
  },
)

export default function ResetCodes() {
  const { q, shown, found } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Kode untuk sandi baru"
      lead="Untuk relawan yang lupa sandi dan tidak punya e-mail. Temui orangnya langsung, pastikan ia memang orangnya, lalu berikan kode."
    >
      {shown?.code && <FreshCode code={shown.code} name={shown.name ?? ''} />}
      <form method="get" action="/dinas/kode" className="max-w-md">
        <label htmlFor="q" className="mb-1 block font-semibold">
          Nomor HP, e-mail atau nama
        </label>
        <p id="q-hint" className="mb-1.5 text-sm text-soft">
          Hanya anggota kelompok dan pemohon di kabupaten/kota Anda yang ditemukan.
        </p>
        <div className="flex gap-2">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            aria-describedby="q-hint"
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700"
          />
          <Button variant={found.length > 0 ? 'secondary' : 'primary'}>Cari</Button>
        </div>
      </form>
      {q !== '' && found.length === 0 && (
        <Callout tone="wait" title="Tidak ada yang cocok di kabupaten/kota Anda">
          Tulis paling sedikit tiga huruf nama, atau nomor HP lengkap. Yang belum pernah mendaftarkan kelompok
          di sini cukup membuat akun baru. Petugas kantor memakai tautan lewat e-mail, bukan kode ini.
        </Callout>
      )}
      <ul className="mt-6 divide-y divide-line">
        {found.map((person) => (
          <li key={person.id} className="py-5">
            <Candidate {...person} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Candidate({ id, name, contact, groups }: CodeCandidate) {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: `kode-${id}`,
    lastResult: answer?.result.initialValue?.accountId === id ? answer.result : undefined,
    shouldValidate: 'onSubmit',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: issueCodeSchema }),
  })
  return (
    <Form {...getFormProps(form)}>
      <p className="font-semibold">{name}</p>
      <p className="text-sm text-soft">
        {contact}
        {groups.length > 0 && `. ${groups.join(', ')}`}
      </p>
      <ErrorSummary form={form} />
      <input type="hidden" name="accountId" value={id} />
      <CheckboxField
        field={fields.seen}
        label={`Saya sudah bertemu langsung dengan ${name} dan memastikan orangnya.`}
      />
      <SubmitButton>Buat kode</SubmitButton>
    </Form>
  )
}

function FreshCode({ code, name }: { code: string; name: string }) {
  return (
    <Callout tone="good" role="status" title={`Kode untuk ${name}`}>
      <p className="my-2 font-mono text-3xl font-bold tracking-widest">
        {code.slice(0, 4)} {code.slice(4)}
      </p>
      <p>
        Hanya ditampilkan sekali. Berlaku 24 jam dan sekali pakai, di halaman Masuk, “Pakai kode”. Kode
        sebelumnya tidak berlaku lagi. Pembuatan kode ini tercatat.
      </p>
    </Callout>
  )
}
