import type { Services } from '~/platform/services'

const NAMED = 'Disebut sebagai mitra dalam pemberitaan tentang KIM'
const BRIEF = 'Disebut penyusun portal; belum ditemukan dalam peraturan maupun pemberitaan'
const OURS = 'Bawaan portal, dapat diubah'

/** What offices can choose from the first day on. Administrators add and end kinds afterwards. */
const initial = [
  { code: 'media-massa', name: 'Media massa', source: NAMED },
  { code: 'perguruan-tinggi', name: 'Perguruan tinggi', source: NAMED },
  { code: 'perangkat-daerah', name: 'Perangkat daerah dan kecamatan', source: NAMED },
  { code: 'kementerian-lembaga', name: 'Kementerian dan lembaga', source: NAMED },
  {
    code: 'organisasi-kemasyarakatan',
    name: 'Organisasi kemasyarakatan (Karang Taruna, PKK …)',
    source: NAMED,
  },
  { code: 'forum-kim', name: 'Forum KIM', source: NAMED },
  { code: 'relawan-tik', name: 'Relawan TIK', source: NAMED },
  { code: 'saka-milenial', name: 'Saka Milenial', source: NAMED },
  { code: 'pertunjukan-rakyat', name: 'Pertunjukan rakyat (Pertura)', source: NAMED },
  { code: 'desa', name: 'Desa, kelurahan atau kampung', source: NAMED },
  { code: 'dunia-usaha', name: 'Dunia usaha', source: BRIEF },
  { code: 'pertuni', name: 'Pertuni (Persatuan Tunanetra Indonesia)', source: BRIEF },
  { code: 'forkopimda', name: 'Forkopimda', source: BRIEF },
  { code: 'komunitas', name: 'Komunitas', source: OURS },
  { code: 'sekolah', name: 'Sekolah dan madrasah', source: OURS },
  { code: 'lainnya', name: 'Lainnya', source: OURS },
]

/** Writes the first kinds once; what an administrator changed later stays as it is. */
export async function seedPartnerKinds({ store }: Pick<Services, 'store'>): Promise<void> {
  const { partnerKinds } = store.tables
  const [any] = await store.read.select({ code: partnerKinds.code }).from(partnerKinds).limit(1)
  if (any) return
  await store.transact(async ({ db }) => {
    await db
      .insert(partnerKinds)
      .values(initial.map((kind) => ({ ...kind, validFrom: '2020-01-01' })))
      .onConflictDoNothing()
  })
}
