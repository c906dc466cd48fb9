import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const loader = pageLoader({ access: 'public' }, () => null)

export const handle = { scripts: false }

export const meta = () => [
  { title: 'Tentang KIM · Simpul KIM' },
  {
    name: 'description',
    content:
      'Apa itu Komunitas Informasi Masyarakat, apa tugasnya (ADINDA), dan bagaimana membentuk serta mendaftarkannya.',
  },
]

const adinda = [
  ['Akses informasi', 'mencari informasi dari sumber langsung dan tidak langsung'],
  ['Diskusi', 'membahasnya bersama anggota dan warga'],
  ['Implementasi', 'memakainya dalam kehidupan sehari-hari'],
  ['Networking', 'berjejaring dengan kelompok lain dan instansi'],
  ['Diseminasi informasi', 'menyebarkannya kepada warga'],
  ['Aspirasi', 'menghimpun suara warga dan meneruskannya'],
] as const

export default function About() {
  return (
    <Page
      title="Tentang KIM"
      lead="Komunitas Informasi Masyarakat: dibentuk oleh warga, dari warga, untuk warga."
      actions={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
    >
      <div className="prose-id max-w-prose">
        <p>
          KIM adalah kelompok masyarakat yang mandiri, kreatif dan berdaya informasi, berkedudukan di desa
          atau kelurahan. Anggotanya mengumpulkan informasi, mengolahnya, lalu menyebarkannya dengan cara yang
          dimengerti warga setempat: dari papan pengumuman sampai media sosial. Dahulu namanya{' '}
          <em>Kelompok</em> Informasi Masyarakat.
        </p>
        <p>
          Dinas Kominfo tidak membentuk KIM. Warga yang membentuknya; dinas mendaftarkan, memetakan dan
          mendampingi. Kabupaten atau kota yang mendaftarkan, provinsi yang mengoordinasikan. Aturan yang
          menjadi dasarnya ada di halaman <Link to="/dasar-hukum">dasar hukum</Link>.
        </p>

        <h2>Enam kegiatan: ADINDA</h2>
        <dl className="divide-y divide-line border-y border-line">
          {adinda.map(([name, meaning]) => (
            <div key={name} className="py-2.5 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-4">
              <dt className="font-semibold">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>

        <h2>Membentuk KIM</h2>
        <ol>
          <li>
            <strong>Musyawarah.</strong> Tokoh masyarakat, pemuda dan perempuan bersepakat membentuk KIM dan
            memilih pengurus. Catat dalam berita acara.
          </li>
          <li>
            <strong>Pengurus.</strong> Ketua, sekretaris, bendahara, dan tiga bidang: pengumpulan, pengolahan
            dan penyebaran informasi. Dipilih oleh dan dari anggota, berumur paling sedikit 18 tahun.
          </li>
          <li>
            <strong>SK.</strong> Kepala desa, lurah atau kepala kampung mengesahkan pengurus dengan surat
            keputusan. Di beberapa daerah camat atau Dinas Kominfo yang menerbitkannya. Satu SK boleh mencakup
            beberapa KIM.
          </li>
          <li>
            <strong>AD/ART.</strong> Visi, misi, tujuan dan program kerja.
          </li>
          <li>
            <strong>Pendaftaran.</strong> Isi di portal ini dan unggah SK serta berkasnya.
          </li>
          <li>
            <strong>Pembinaan.</strong> Sesudah terdaftar, Dinas Kominfo mendampingi lewat pelatihan dan
            bimbingan.
          </li>
        </ol>
        <p className="text-sm text-soft">
          Langkah ini mengikuti penjelasan{' '}
          <a href="https://sukomanunggal.kim.id/pembentukan-kim">sukomanunggal.kim.id</a>. Jumlah anggota
          paling sedikit berbeda di tiap daerah (ditemukan 3, 6 dan 10); portal hanya memberi peringatan.
        </p>

        <h2>Dari pendaftaran sampai alamat web</h2>
        <ol>
          <li>
            Ketua mengisi lima langkah. Setiap langkah tersimpan dan dapat dilanjutkan di perangkat lain.
          </li>
          <li>
            Dinas Kominfo kabupaten atau kota memeriksa setiap bagian dan dokumen. Yang kurang dikembalikan
            dengan alasannya; yang sudah diterima tetap diterima.
          </li>
          <li>
            Sesudah disetujui, KIM menerima nomor registrasi 12 angka dan Tanda Daftar dengan kode QR yang
            dapat <Link to="/verifikasi">dicek siapa saja</Link>.
          </li>
          <li>KIM dapat meminta alamat web di kim.id. Dinas mendukung, pengelola kim.id mengaktifkan.</li>
        </ol>

        <Callout tone="plain" title="Yang ditetapkan portal ini, bukan oleh peraturan">
          <ul>
            <li>
              Susunan <strong>nomor registrasi</strong> (10 angka kode desa dan 2 angka urut) dan statusnya
              yang sementara. Nomor induk nasional, bila ada, dicatat terpisah.
            </li>
            <li>
              Batas waktu pemeriksaan 5 hari kerja dan jumlah anggota 10: bawaan, dapat diubah tiap daerah.
            </li>
            <li>Bentuk Tanda Daftar dan aturan penamaan alamat kim.id yang disarankan.</li>
          </ul>
        </Callout>

        <h2>Pertanyaan yang sering diajukan</h2>
        <h3>Apakah mendaftar dipungut biaya?</h3>
        <p>Tidak ada pungutan di portal ini.</p>
        <h3>Bolehkah lebih dari satu KIM di satu desa?</h3>
        <p>
          Boleh. Ada KIM tiap padukuhan, ada KIM PKK di samping KIM desa. Setiap KIM memegang nomor sendiri.
        </p>
        <h3>Apakah terdaftar berarti aktif?</h3>
        <p>
          Belum tentu. Terdaftar berarti nomornya sudah terbit dan tidak dibekukan atau ditutup. Giat tidaknya
          sebuah KIM terlihat dari kegiatannya.
        </p>
        <h3>Desa kami belum punya KIM. Mulai dari mana?</h3>
        <p>
          Bicarakan di musyawarah desa, lalu hubungi Dinas Kominfo kabupaten atau kota Anda untuk
          pendampingan. <Link to="/kim">Lihat KIM di sekitar Anda</Link> untuk belajar dari mereka.
        </p>

        <h2>Tentang data wilayah</h2>
        <p>
          Kode dan nama wilayah mengikuti Kepmendagri 300.2.2-2138 Tahun 2025, dari kumpulan data{' '}
          <a href="https://github.com/fityannugroho/idn-area-data">idn-area-data</a> (ODbL 1.0).
        </p>
      </div>
    </Page>
  )
}
