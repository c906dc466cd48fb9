import type { Services } from '~/platform/services'

const PRIORITIES_2025 =
  'Topik prioritas komunikasi publik 2025 menurut pemberitaan KIMFest 2025 (headline.co.id)'
const OURS = 'Bawaan portal, dapat diubah'

/** What groups can choose from the first day on. Administrators add and end topics afterwards. */
const initial = [
  { code: 'layanan-publik', name: 'Layanan publik dan administrasi', source: OURS },
  { code: 'kesehatan', name: 'Kesehatan', source: OURS },
  { code: 'stunting', name: 'Stunting', source: PRIORITIES_2025 },
  { code: 'tbc', name: 'Tuberkulosis (TBC)', source: PRIORITIES_2025 },
  { code: 'cek-kesehatan-gratis', name: 'Cek Kesehatan Gratis', source: PRIORITIES_2025 },
  { code: 'makan-bergizi-gratis', name: 'Makan Bergizi Gratis', source: PRIORITIES_2025 },
  { code: 'koperasi-merah-putih', name: 'Koperasi Desa/Kelurahan Merah Putih', source: PRIORITIES_2025 },
  { code: 'sekolah-rakyat', name: 'Sekolah Rakyat', source: PRIORITIES_2025 },
  {
    code: 'anak-di-ruang-digital',
    name: 'Pelindungan anak di ruang digital (PP 17/2025)',
    source: PRIORITIES_2025,
  },
  { code: 'pendidikan', name: 'Pendidikan', source: OURS },
  { code: 'umkm', name: 'UMKM dan ekonomi warga', source: OURS },
  { code: 'pertanian', name: 'Pertanian, perikanan dan peternakan', source: OURS },
  { code: 'bencana', name: 'Kebencanaan dan cuaca', source: OURS },
  { code: 'hoaks', name: 'Klarifikasi hoaks dan literasi digital', source: OURS },
  { code: 'wisata-budaya', name: 'Wisata, seni dan budaya', source: OURS },
  { code: 'pemerintahan-desa', name: 'Pemerintahan dan pembangunan desa', source: OURS },
  { code: 'lingkungan', name: 'Lingkungan dan kebersihan', source: OURS },
  { code: 'keamanan', name: 'Keamanan dan ketertiban', source: OURS },
  { code: 'lainnya', name: 'Lainnya', source: OURS },
]

/** Writes the first topics once; what an administrator changed later stays as it is. */
export async function seedTopics({ store }: Pick<Services, 'store'>): Promise<void> {
  const { topics } = store.tables
  const [any] = await store.read.select({ code: topics.code }).from(topics).limit(1)
  if (any) return
  await store.transact(async ({ db }) => {
    await db
      .insert(topics)
      .values(initial.map((topic) => ({ ...topic, validFrom: '2020-01-01' })))
      .onConflictDoNothing()
  })
}
