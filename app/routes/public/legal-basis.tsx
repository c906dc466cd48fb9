import { useLoaderData } from '@remix-run/react'
import { legalBasisScreen } from '~/features/settings/legal-bases.queries.server'
import { LegalBasisList } from '~/features/settings/ui/legal-basis-list'
import { pageLoader } from '~/routes/door'
import { Facts } from '~/ui/data'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const loader = pageLoader({ access: 'public' }, ({ services }) => legalBasisScreen(services))

export const handle = { scripts: false }

export const meta = () => [
  { title: 'Dasar hukum · Simpul KIM' },
  {
    name: 'description',
    content:
      'Peraturan yang dikutip portal ini tentang Komunitas Informasi Masyarakat, masa berlakunya, dan mana yang merupakan pilihan kami sendiri.',
  },
]

export default function LegalBasis() {
  const { bases, choices, edition } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Dasar hukum"
      lead="Peraturan yang dikutip di portal ini dan di Tanda Daftar KIM, dengan masa berlakunya. Di mana kami belum pasti, kami katakan."
    >
      <LegalBasisList bases={bases} />
      <Section title="Bawaan kami, bukan ketentuan hukum">
        <p className="mb-3 max-w-prose">
          Peraturan yang kami temukan tidak mengatur hal-hal berikut secara rinci. Nilainya pilihan kami agar
          pekerjaan dapat berjalan; administrator dan Dinas kabupaten/kota dapat mengubahnya.
        </p>
        <Facts
          items={choices.map(({ label, meaning, words }) => ({
            term: label,
            value: (
              <>
                {words}
                <span className="block text-sm text-soft">{meaning}</span>
              </>
            ),
          }))}
        />
      </Section>
      <Section title="Nomor registrasi">
        <div className="prose-id max-w-prose">
          <p>
            Nomor registrasi terdiri atas 12 angka: kode desa atau kelurahan dari Kementerian Dalam Negeri (10
            angka) dan nomor urut di sana (2 angka). Pola ini kami simpulkan dari contoh nomor yang beredar,
            bukan dari naskah peraturan, sehingga setiap nomor berstatus <strong>sementara</strong>. Nomor
            yang sudah terbit tidak berubah walau kode wilayah berubah.
          </p>
          <p>
            Nomor induk nasional diterbitkan pihak lain dan dicatat terpisah bila sudah ada.{' '}
            <Link to="/verifikasi">Cek nomor KIM</Link>
          </p>
        </div>
      </Section>
      <Section title="Kode dan nama wilayah">
        <p className="max-w-prose">
          {edition && <>Mengikuti {edition}. </>}
          Daftarnya berasal dari data terbuka idn-area-data (Open Database License). Sebutan setempat seperti
          kampung, nagari atau gampong dan pembagian waktu WIB, WITA, WIT kami tambahkan dari pengetahuan
          umum; bila keliru di daerah Anda, beri tahu kami lewat <Link to="/tentang">halaman Tentang</Link>.
        </p>
      </Section>
    </Page>
  )
}
