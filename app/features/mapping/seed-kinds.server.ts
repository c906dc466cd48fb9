import type { Services } from '~/platform/services'

const NAMED = 'Disebut sebagai mitra atau komunitas dalam pemberitaan tentang KIM'
const OURS = 'Bawaan portal, dapat diubah'

/** What surveyors can choose from the first day on. Administrators add and end kinds afterwards. */
const initial = [
  { code: 'karang-taruna', name: 'Karang Taruna', source: NAMED },
  { code: 'pkk', name: 'PKK', source: NAMED },
  { code: 'pokdarwis', name: 'Pokdarwis (kelompok sadar wisata)', source: NAMED },
  { code: 'kelompok-tani', name: 'Kelompok tani, ternak atau nelayan', source: NAMED },
  { code: 'relawan-tik', name: 'Relawan TIK', source: NAMED },
  { code: 'saka-milenial', name: 'Saka Milenial', source: NAMED },
  { code: 'pertunjukan-rakyat', name: 'Pertunjukan rakyat (Pertura) dan sanggar', source: NAMED },
  { code: 'media-warga', name: 'Media warga dan radio komunitas', source: OURS },
  { code: 'pemuda-keagamaan', name: 'Pemuda dan kelompok keagamaan', source: OURS },
  { code: 'umkm', name: 'Kelompok usaha dan koperasi warga', source: OURS },
  { code: 'adat', name: 'Lembaga dan kelompok adat', source: OURS },
  { code: 'lainnya', name: 'Lainnya', source: OURS },
]

/** Writes the first kinds once; what an administrator changed later stays as it is. */
export async function seedCommunityKinds({ store }: Pick<Services, 'store'>): Promise<void> {
  const { communityKinds } = store.tables
  const [any] = await store.read.select({ code: communityKinds.code }).from(communityKinds).limit(1)
  if (any) return
  await store.transact(async ({ db }) => {
    await db
      .insert(communityKinds)
      .values(initial.map((kind) => ({ ...kind, validFrom: '2020-01-01' })))
      .onConflictDoNothing()
  })
}
