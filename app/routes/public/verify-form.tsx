import { data, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { numberProblem, readTypedNumber } from '~/features/certificates/typed-number'
import { CheckForm } from '~/features/certificates/ui/check-form'
import { pageLoader } from '~/routes/door'
import { Page } from '~/ui/page'

const query = z.object({ nomor: z.string().optional().catch(undefined) })

export const loader = pageLoader({ access: 'public', query }, ({ query }) => {
  if (query.nomor === undefined) return data({ typed: '', problem: null })
  const { number, version } = readTypedNumber(query.nomor)
  const problem = numberProblem(number)
  if (problem === null) throw redirect(`/verifikasi/${number}${version ? `?v=${version}` : ''}`)
  return data({ typed: query.nomor.slice(0, 60), problem }, 422)
})

export const handle = { scripts: false }

const description =
  'Periksa apakah sebuah nomor registrasi KIM atau lembar Tanda Daftar KIM benar dan masih berlaku.'

export const meta: MetaFunction<typeof loader> = () => [
  { title: 'Cek nomor KIM · Simpul KIM' },
  { name: 'description', content: description },
  { property: 'og:title', content: 'Cek nomor KIM' },
  { property: 'og:description', content: description },
]

export default function VerifyForm() {
  const { typed, problem } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Cek nomor KIM"
      lead="Benarkah sebuah kelompok terdaftar sebagai KIM, dan masih berlakukah lembar tanda daftarnya? Siapa saja boleh memeriksa."
    >
      <CheckForm typed={typed} problem={problem} />
      <div className="prose-id mt-10 max-w-prose border-t border-line pt-6">
        <h2>Di mana nomornya?</h2>
        <p>
          Nomor registrasi tertulis besar di tengah lembar <strong>Tanda Daftar KIM</strong>, dalam tiga
          kelompok empat angka. Memindai kode QR di lembar itu dengan kamera ponsel langsung membuka
          jawabannya.
        </p>
        <p>Yang ditampilkan hanya data umum kelompok, tanpa data pribadi siapa pun.</p>
      </div>
    </Page>
  )
}
