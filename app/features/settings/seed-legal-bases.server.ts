import type { Services } from '~/platform/services'

/**
 * What is cited from the first day, with honest notes: the operative articles could not be read in full,
 * so the notes say what was seen and where doubt remains. Administrators add and end rows afterwards.
 */
const initial = [
  {
    id: 'permenkominfo-4-2024',
    citation: 'Peraturan Menteri Komunikasi dan Informatika Nomor 4 Tahun 2024',
    title: 'Penyelenggaraan Urusan Pemerintahan Konkuren Bidang Komunikasi dan Informatika',
    note: 'Diundangkan 5 September 2024. Dikutip untuk kemitraan Dinas dengan KIM, yang berkedudukan di desa atau kelurahan; menurut sumber kedua pada Pasal 4 ayat (2) huruf h. Naskah lengkapnya belum kami baca: pasal tentang pendaftaran, pemetaan dan pelaporan belum kami temukan.',
    validFrom: '2024-09-05',
    validUntil: null,
  },
  {
    id: 'permenkominfo-8-2019',
    citation: 'Peraturan Menteri Komunikasi dan Informatika Nomor 8 Tahun 2019',
    title: 'Penyelenggaraan Urusan Pemerintahan Konkuren Bidang Komunikasi dan Informatika',
    note: 'Menurut pejabat kementerian, di sini diatur bahwa kabupaten/kota mendaftarkan KIM dan provinsi mengoordinasikan. Dicatat sampai sehari sebelum aturan berjudul sama tahun 2024; klausul pencabutannya belum kami lihat dan aturan ini masih dikutip sesudahnya. Hari mulai berlakunya pada 2019 juga belum kami periksa, sehingga dicatat 1 Januari.',
    validFrom: '2019-01-01',
    validUntil: '2024-09-04',
  },
]

/** Writes the first legal bases once; what an administrator changed later stays as it is. */
export async function seedLegalBases({ store }: Pick<Services, 'store'>): Promise<void> {
  const { legalBases } = store.tables
  const [any] = await store.read.select({ id: legalBases.id }).from(legalBases).limit(1)
  if (any) return
  await store.transact(async ({ db }) => {
    await db
      .insert(legalBases)
      .values(initial.map((basis) => ({ ...basis, regionCode: '' })))
      .onConflictDoNothing()
  })
}
