import { useLoaderData } from '@remix-run/react'
import { backToBoard } from '~/features/coordination/back-to-board'
import { compareScreen } from '~/features/coordination/compare.queries.server'
import { compareQuery } from '~/features/coordination/trend.schema'
import { CompareTable } from '~/features/coordination/ui/compare-table'
import { pageLoader } from '~/routes/door'
import { Button } from '~/ui/button'
import { FilterField } from '~/ui/filter'
import { formatDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'

export const meta = () => [{ title: 'Bandingkan dua tanggal · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'coordination.lead' }, query: compareQuery },
  async ({ query, actor, services }) => ({ query, screen: await compareScreen(services, actor, query) }),
)

export default function BoardCompare() {
  const { query, screen } = useLoaderData<typeof loader>()
  const { region, a, b, earliest, periods } = screen
  return (
    <Page
      wide
      title={`${region.name}: dua tanggal`}
      lead={`Papan per ${formatDate(a)} dan per ${formatDate(b)}, dengan selisihnya.`}
      back={backToBoard(screen)}
      actions={<PrintButton />}
    >
      <form
        key={`${a}${b}`}
        method="get"
        aria-label="Pilih dua tanggal"
        className="no-print mb-6 flex flex-wrap items-end gap-4"
      >
        {query.wilayah && <input type="hidden" name="wilayah" value={query.wilayah} />}
        <FilterField name="a" type="date" label="Tanggal pertama" defaultValue={a} />
        <FilterField name="b" type="date" label="Tanggal kedua" defaultValue={b} />
        <Button variant="secondary">Bandingkan</Button>
      </form>
      <CompareTable screen={screen} />
      <Section title="Apa yang diketahui tentang masa lalu">
        <p className="max-w-3xl text-soft">
          Desa ber-KIM dan KIM aktif diketahui untuk tiap hari sejak {formatDate(earliest)}. Lama memutuskan
          dihitung dari putusan dalam 90 hari sampai tanggal itu. Permohonan yang menunggu, keadaan pemetaan,
          kemitraan dan kabar terakhir hanya disimpan sebagai keadaan sekarang, jadi tidak dapat dibandingkan
          di sini. Jumlah desa memakai kode wilayah yang berlaku sekarang untuk kedua tanggal.
        </p>
        <p className="mt-3 max-w-3xl text-soft">
          Laporan ialah laporan berkala dari periode terakhir yang batas kirimnya sudah lewat pada tanggal
          itu: {periods.a === periods.b ? periods.a : `${periods.a} dan ${periods.b}`}. Yang ditunggu ialah
          laporan KIM yang terdaftar pada hari pertama periode, juga yang vakum. Laporan yang masuk belakangan
          tetap dihitung untuk periodenya, jadi angka itu keadaan sekarang, bukan keadaan pada tanggal itu.
        </p>
      </Section>
    </Page>
  )
}
