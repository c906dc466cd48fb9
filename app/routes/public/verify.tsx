import { data, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sheetSentence, verdictSentence, verdictWords } from '~/features/certificates/certificates.messages'
import { numberProblem, readTypedNumber } from '~/features/certificates/typed-number'
import { CheckForm } from '~/features/certificates/ui/check-form'
import { Verdict } from '~/features/certificates/ui/verdict'
import type { Sheet, Verification } from '~/features/certificates/verify-number.server'
import { verifyNumber } from '~/features/certificates/verify-number.server'
import type { GroupStatus } from '~/features/groups/groups.state'
import { placeWords } from '~/features/regions/places'
import { pageLoader } from '~/routes/door'
import { Callout, type Tone } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { formatDay, formatMoment, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

const params = z.object({ number: z.string() })
/** A version that is none is left aside: the number alone still has an answer. */
const query = z.object({ v: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined) })

export const loader = pageLoader(
  { access: 'public', params, query },
  async ({ params, query, services, request }) => {
    const { number } = readTypedNumber(params.number)
    const problem = numberProblem(number)
    if (problem !== null) return data({ answer: { known: false as const, number }, problem }, 404)
    if (number !== params.number) throw redirect(`/verifikasi/${number}${new URL(request.url).search}`)
    const answer = await verifyNumber(services, number, query.v)
    return data({ answer, problem: null }, answer.known ? 200 : 404)
  },
)

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const answer = data?.answer
  const title = answer?.known ? `${answer.name}: ${verdictWords[answer.status]}` : 'Nomor KIM tidak dikenal'
  return [
    { title: `${title} · Simpul KIM` },
    { name: 'robots', content: 'noindex' },
    { property: 'og:title', content: title },
    {
      property: 'og:description',
      content: answer?.known ? verdictSentence(answer) : 'Hasil pemeriksaan nomor registrasi KIM.',
    },
  ]
}

export default function Verify() {
  const { answer, problem } = useLoaderData<typeof loader>()
  return answer.known ? <Known answer={answer} /> : <Unknown number={answer.number} problem={problem} />
}

/** The newest sheet of a group that is not registered is no good news. */
function sheetTone(sheet: Sheet, status: GroupStatus): Tone {
  if (sheet.state === 'never_issued') return 'bad'
  if (sheet.state === 'superseded') return 'wait'
  return status === 'registered' ? 'good' : 'plain'
}

function Known({ answer }: { answer: Extract<Verification, { known: true }> }) {
  const { number, name, status, statusSince, registeredAt, place, office, sheet, checkedAt } = answer
  return (
    <Page
      title={`Nomor ${formatRegistrationNumber(number)}`}
      back={{ to: '/verifikasi', label: 'Cek nomor lain' }}
    >
      <Verdict answer={status} word={verdictWords[status]}>
        {verdictSentence(answer)}
      </Verdict>
      {sheet && <Callout tone={sheetTone(sheet, status)}>{sheetSentence(sheet)}</Callout>}
      <Section title="Cocokkan dengan lembar atau orang di depan Anda">
        <Facts
          items={[
            { term: 'Nama kelompok', value: <strong>{name}</strong> },
            { term: 'Tempat', value: placeWords(place) },
            { term: 'Nomor registrasi', value: formatRegistrationNumber(number) },
            { term: 'Terdaftar sejak', value: formatDay(registeredAt, place.zone) },
            {
              term: 'Status hari ini',
              value: `${verdictWords[status]}, sejak ${formatDay(statusSince, place.zone)}`,
            },
            { term: 'Didaftarkan oleh', value: office },
          ]}
        />
        <p className="mt-4 text-sm text-soft">
          Diperiksa {formatMoment(checkedAt, place.zone)}. Nomor registrasi Simpul KIM bersifat sementara dan
          bukan Nomor Induk nasional.
        </p>
        <p className="mt-2">
          <Link to={`/kim/${number}`} className="inline-flex min-h-11 items-center font-semibold">
            Buka halaman kelompok ini
          </Link>
        </p>
      </Section>
    </Page>
  )
}

function Unknown({ number, problem }: { number: string; problem: string | null }) {
  return (
    <Page
      title={number ? `Nomor ${formatRegistrationNumber(number.slice(0, 20))}` : 'Cek nomor KIM'}
      back={{ to: '/verifikasi', label: 'Cek nomor KIM' }}
    >
      <Verdict answer="unknown" word={problem ? 'Bukan nomor KIM' : 'Nomor tidak dikenal'}>
        {problem ??
          'Tidak ada KIM yang pernah terdaftar dengan nomor ini. Mungkin ada angka yang keliru terbaca; jika lembarnya memang bertuliskan nomor ini, jangan langsung percaya.'}
      </Verdict>
      <Section title="Coba lagi">
        <CheckForm typed={formatRegistrationNumber(number.slice(0, 20))} />
        <p className="mt-6 max-w-prose">
          Anda juga dapat <Link to="/kim">mencari kelompok menurut nama atau wilayah</Link>, atau bertanya
          kepada Dinas Kominfo kabupaten/kota tempat kelompok itu berada.
        </p>
      </Section>
    </Page>
  )
}
