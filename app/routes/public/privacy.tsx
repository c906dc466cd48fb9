import { useLoaderData } from '@remix-run/react'
import { pageLoader } from '~/routes/door'
import { Callout } from '~/ui/callout'
import { Page } from '~/ui/page'

export const loader = pageLoader({ access: 'public' }, ({ services }) => ({
  contact: services.config.privacyContact,
}))

export const handle = { scripts: false }

export const meta = () => [
  { title: 'Privasi · Simpul KIM' },
  {
    name: 'description',
    content:
      'Data pribadi apa yang dicatat Simpul KIM, untuk apa, siapa yang melihatnya, dan bagaimana memakai hak Anda.',
  },
]

const kept = [
  {
    what: 'Nama, surel atau nomor telepon, kata sandi (tersimpan sebagai sidik, tidak dapat dibaca)',
    why: 'Akun dan pemberitahuan',
    who: 'Anda; petugas yang berwenang di wilayah Anda; pengelola portal. Nama Anda juga terlihat oleh anggota KIM Anda',
    long: 'Selama akun ada',
  },
  {
    what: 'Nama dan jabatan pengurus KIM',
    why: 'Bukti bahwa KIM punya pengurus yang sah',
    who: 'Pengurus KIM dan Dinas Kominfo wilayahnya. Nama ketua tampil untuk umum hanya dengan persetujuan',
    long: 'Selama KIM terdaftar, lalu sebagai arsip registrasi',
  },
  {
    what: 'Berita acara, SK dan AD/ART',
    why: 'Pemeriksaan pendaftaran',
    who: 'Pengurus KIM dan Dinas Kominfo wilayahnya. Tidak pernah tampil untuk umum',
    long: 'Selama KIM terdaftar, lalu sebagai arsip registrasi',
  },
  {
    what: 'Alamat, lokasi kira-kira (dibulatkan sekitar 1 km), nomor dan akun media KIM',
    why: 'Supaya warga dan dinas dapat menghubungi KIM',
    who: 'Dinas Kominfo wilayahnya. Tampil untuk umum hanya yang disetujui, satu per satu',
    long: 'Selama KIM terdaftar',
  },
  {
    what: 'Catatan perubahan: siapa mengubah apa dan kapan, tanpa nomor telepon, surel atau kata sandi',
    why: 'Pertanggungjawaban keputusan',
    who: 'Petugas wilayahnya dan pengelola portal',
    long: 'Tetap; tidak dapat diubah atau dihapus',
  },
  {
    what: 'Sesi masuk: jenis peramban dan waktu terakhir dipakai',
    why: 'Keamanan akun',
    who: 'Anda; dapat Anda akhiri kapan saja',
    long: '30 hari sejak terakhir dipakai',
  },
]

const rights = [
  ['Tahu dan mendapat salinan', 'data apa tentang Anda yang ada di sini, dan salinannya'],
  [
    'Memperbaiki',
    'data yang keliru atau sudah berubah; sebagian besar dapat Anda ubah sendiri di halaman Akun dan halaman KIM',
  ],
  [
    'Menarik persetujuan',
    'apa yang tampil untuk umum dapat dimatikan sendiri di profil KIM dan langsung tidak tampil lagi',
  ],
  ['Menghapus', 'akun dan data yang tidak lagi diperlukan untuk registrasi'],
  [
    'Membatasi dan berkeberatan',
    'atas pemakaian data tertentu; tidak ada keputusan yang diambil mesin sendiri',
  ],
] as const

export default function Privacy() {
  const { contact } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Privasi"
      lead="Kami mencatat sesedikit mungkin tentang Anda, dan mengatakannya dengan terang."
    >
      <div className="prose-id">
        <Callout tone="info" title="Singkatnya">
          <ul className="list-disc pl-5">
            <li>NIK dan foto KTP tidak pernah diminta.</li>
            <li>Yang tampil untuk umum hanya fakta registrasi, dan hal yang disetujui KIM satu per satu.</li>
            <li>Tidak ada iklan, pelacak, atau layanan pihak ketiga. Halaman umum tidak memasang kuki.</li>
          </ul>
        </Callout>

        <h2>Untuk apa dan atas dasar apa</h2>
        <p className="max-w-prose">
          Data dipakai untuk mendaftarkan KIM, memeriksanya, menerbitkan nomor dan Tanda Daftar, serta
          mengurus alamat kim.id. Dasarnya adalah pelaksanaan pelayanan publik dan tugas dinas di bidang
          komunikasi dan informatika (UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 20). Hal yang
          ditampilkan untuk umum didasarkan pada persetujuan, yang diberikan satu per satu dan dapat ditarik
          kapan saja (Pasal 22).
        </p>

        <h2>Apa yang dicatat</h2>
        <ul className="list-none! divide-y divide-line border-y border-line pl-0!">
          {kept.map(({ what, why, who, long }) => (
            <li key={what} className="mt-0! py-4">
              <p className="font-semibold">{what}</p>
              <dl className="mt-1 grid gap-x-4 gap-y-0.5 text-[0.95rem] sm:grid-cols-[7rem_1fr]">
                <dt className="text-soft">Untuk</dt>
                <dd>{why}</dd>
                <dt className="text-soft">Dilihat oleh</dt>
                <dd>{who}</dd>
                <dt className="text-soft">Disimpan</dt>
                <dd>{long}</dd>
              </dl>
            </li>
          ))}
        </ul>

        <h2>Kuki</h2>
        <p className="max-w-prose">
          Sesudah Anda masuk, satu kuki menyimpan sesi Anda. Formulir masuk dan daftar memakai satu kuki untuk
          menolak kiriman palsu, dan satu lagi membawa satu kalimat pemberitahuan ke halaman berikutnya. Tidak
          ada kuki lain.
        </p>

        <h2>Hak Anda</h2>
        <dl className="divide-y divide-line border-y border-line">
          {rights.map(([name, meaning]) => (
            <div key={name} className="py-2.5 sm:grid sm:grid-cols-[13rem_1fr] sm:gap-4">
              <dt className="font-semibold">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <h3>Cara memakainya</h3>
        <p className="max-w-prose">
          Sampaikan kepada <strong>{contact}</strong>, atau datang ke Dinas Kominfo kabupaten atau kota Anda.
          Sebutkan nama, nomor registrasi KIM bila ada, dan apa yang Anda minta. Permintaan dijawab paling
          lambat <strong>3 x 24 jam</strong> sejak diterima. Bila tidak dapat dipenuhi, misalnya karena
          catatan itu wajib disimpan, jawabannya menyebutkan alasannya.
        </p>

        <h2>Bila terjadi kebocoran</h2>
        <p className="max-w-prose">
          Bila data pribadi terbuka tanpa hak, Anda dan lembaga yang berwenang diberi tahu secara tertulis
          paling lambat 3 x 24 jam: data apa, kapan dan bagaimana terbuka, dan apa yang dilakukan (UU 27/2022
          Pasal 46).
        </p>

        <h2>Bagaimana data dijaga</h2>
        <p className="max-w-prose">
          Kata sandi disimpan sebagai sidik argon2id. Petugas hanya melihat wilayahnya sendiri. Setiap
          perubahan dicatat dalam jejak audit yang berantai, sehingga catatan yang diubah akan ketahuan.
          Catatan mesin tidak memuat surel, nomor telepon, atau apa yang Anda cari.
        </p>
      </div>
    </Page>
  )
}
