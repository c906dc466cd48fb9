import { useLoaderData } from '@remix-run/react'
import { pageLoader } from '~/routes/door'
import { Page } from '~/ui/page'

export const loader = pageLoader({ access: 'public' }, ({ services }) => ({
  contact: services.config.privacyContact,
}))

export const handle = { scripts: false }

export const meta = () => [
  { title: 'Aksesibilitas · Simpul KIM' },
  {
    name: 'description',
    content:
      'Bagaimana Simpul KIM dibuat supaya dapat dipakai semua orang, bagaimana diuji, dan apa yang masih kurang.',
  },
]

export default function Accessibility() {
  const { contact } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Aksesibilitas"
      lead="Portal ini untuk semua orang: dengan pembaca layar, dengan papan tik saja, dengan telepon sederhana, di sambungan lambat."
    >
      <div className="prose-id max-w-prose">
        <h2>Tujuan kami</h2>
        <p>Pedoman Aksesibilitas Konten Web (WCAG) 2.2 tingkat AA, di setiap halaman.</p>

        <h2>Yang sudah dikerjakan</h2>
        <ul>
          <li>
            Semua halaman dan formulir berjalan tanpa JavaScript. Halaman umum tidak membawa skrip sama
            sekali.
          </li>
          <li>
            Semua dapat dicapai dengan papan tik, dengan penanda fokus yang jelas dan tautan “Langsung ke
            isi”.
          </li>
          <li>
            Setiap isian punya label. Kesalahan disebut di atas formulir dan di isiannya, dengan kata yang
            sama.
          </li>
          <li>
            Teks berkontras paling sedikit 4,5 banding 1. Warna tidak pernah menjadi satu-satunya tanda.
          </li>
          <li>
            Sasaran sentuh utama setinggi 44 piksel. Teks dapat diperbesar sampai 200% tanpa ada yang
            terpotong.
          </li>
          <li>Setiap gambar angka punya tabel dengan angka yang sama.</li>
          <li>Gerak dimatikan bila perangkat Anda memintanya, dan halaman dapat dicetak dengan rapi.</li>
        </ul>

        <h2>Bagaimana diuji</h2>
        <ul>
          <li>Alat axe memeriksa halaman di peramban sungguhan, pada lebar telepon dan layar meja.</li>
          <li>Cerita utama dijalankan dengan papan tik saja, serta dengan JavaScript menyala dan mati.</li>
          <li>Halaman dilihat sendiri pada lebar 360 dan 1280 piksel.</li>
        </ul>

        <h2>Yang belum</h2>
        <ul>
          <li>
            Belum diuji bersama pengguna pembaca layar atau organisasi penyandang disabilitas. Uji otomatis
            tidak menemukan semua kekurangan.
          </li>
          <li>
            PDF Tanda Daftar belum bertanda struktur untuk pembaca layar. Isi yang sama ada di halaman
            verifikasi.
          </li>
          <li>Dokumen yang diunggah KIM sering berupa pindaian; portal tidak dapat membacakannya.</li>
          <li>Portal baru berbahasa Indonesia, belum dalam bahasa daerah.</li>
        </ul>

        <h2>Menemui hambatan?</h2>
        <p>
          Beri tahu <strong>{contact}</strong>: halaman mana, apa yang hendak Anda lakukan, dan alat yang Anda
          pakai. Pendaftaran juga dapat diserahkan di atas kertas kepada Dinas Kominfo, yang akan
          memasukkannya.
        </p>
      </div>
    </Page>
  )
}
