import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { localDate } from '~/platform/calendar'
import type { Store } from '~/platform/db/store'
import { sessionCookie } from '~/platform/http/cookies.server'
import { CSRF_FIELD, csrfToken } from '~/platform/http/csrf.server'
import { newId } from '~/platform/ids'
import { chairToken, officerToken, PROVINCE, provinceToken } from './fill'

export const SECRET = 'bench'.padEnd(40, '.')

export interface BenchPage {
  name: string
  kind: 'public' | 'map' | 'office' | 'form'
  next: () => { path: string; body?: string }
  /** The same question to the bare server. */
  bare: () => { path: string; body?: string }
  headers: Record<string, string>
  expected: number
}

/** The pages that are measured, with addresses that exist in this database. */
export async function pagesOf(store: Store): Promise<BenchPage[]> {
  const { groups, grants, mappings, regions, topics } = store.tables
  const [chair] = await store.read
    .select({ group: groups })
    .from(grants)
    .innerJoin(groups, eq(groups.id, grants.groupId))
    .limit(1)
  const [office] = await store.read
    .select({ code: grants.regencyCode })
    .from(grants)
    .where(and(eq(grants.role, 'regency_officer'), isNotNull(grants.regencyCode)))
    .limit(1)
  const [known] = await store.read
    .select()
    .from(groups)
    .where(and(eq(groups.regencyCode, office?.code ?? ''), eq(groups.status, 'registered')))
    .orderBy(asc(groups.number))
    .limit(1)
  const [topic] = await store.read.select().from(topics).limit(1)
  const [mapping] = await store.read
    .select({ id: mappings.id })
    .from(mappings)
    .where(eq(mappings.regencyCode, office?.code ?? ''))
  if (!chair || !known || !office?.code || !topic || !mapping) throw new Error('the database is not filled')
  const villages = await store.read
    .select({ name: regions.name })
    .from(regions)
    .where(eq(regions.level, 'village'))
    .orderBy(asc(regions.code))
    .limit(20_000)
  let asked = 0
  const another = () => {
    asked += 7
    return encodeURIComponent(villages[asked % villages.length]?.name.toLowerCase() ?? '')
  }
  const fixed = (path: string) => () => ({ path })
  const anonymous = { 'accept-encoding': 'gzip, br' }
  const signedIn = async (token: string) => ({
    ...anonymous,
    cookie: (await sessionCookie.serialize(token)).split(';')[0] ?? '',
  })
  const { id: groupId, villageCode } = chair.group
  const { number } = known
  const page = (
    name: string,
    kind: BenchPage['kind'],
    path: string,
    bare: string,
    headers: Record<string, string> = anonymous,
  ): BenchPage => ({ name, kind, next: fixed(path), bare: fixed(bare), headers, expected: 200 })
  return [
    page('beranda /', 'public', '/', '/home'),
    page('/peta/35', 'map', '/peta/35', '/map?code=35'),
    page('/peta/94', 'map', '/peta/94', '/map?code=94'),
    page('/peta/35, pemetaan', 'map', '/peta/35?ukuran=desa-bercalon', '/map?code=35'),
    page('direktori, satu pertanyaan', 'public', '/kim?q=mekar', '/search?q=mekar'),
    {
      ...page('direktori, selalu lain', 'public', '', ''),
      next: () => ({ path: `/kim?q=${another()}` }),
      bare: () => ({ path: `/search?q=${another()}` }),
    },
    page('halaman KIM', 'public', `/kim/${number}`, `/group?number=${number}`),
    page(
      'dasbor dinas /dinas',
      'office',
      '/dinas',
      `/dashboard?code=${office.code}`,
      await signedIn(officerToken),
    ),
    page(
      'pemetaan kabupaten',
      'office',
      `/dinas/pemetaan/${mapping.id}`,
      `/mapping?id=${mapping.id}&code=${office.code}`,
      await signedIn(officerToken),
    ),
    page(
      'daftar pemetaan',
      'office',
      `/dinas/pemetaan/${mapping.id}/daftar`,
      `/mapping-rows?id=${mapping.id}`,
      await signedIn(officerToken),
    ),
    page(
      'papan provinsi',
      'office',
      '/dinas/papan',
      `/board?code=${PROVINCE}`,
      await signedIn(provinceToken),
    ),
    page(
      'rekap provinsi',
      'office',
      '/dinas/rekap/kegiatan',
      `/recap?code=${PROVINCE}`,
      await signedIn(provinceToken),
    ),
    page(
      'laporan provinsi',
      'office',
      '/dinas/laporan',
      `/reports?code=${PROVINCE}`,
      await signedIn(provinceToken),
    ),
    page(
      'kegiatan provinsi',
      'office',
      '/dinas/kegiatan',
      `/activities?code=${PROVINCE}`,
      await signedIn(provinceToken),
    ),
    page(
      'kegiatan provinsi, dicari',
      'office',
      '/dinas/kegiatan?q=sukamaju',
      `/activities-sought?code=${PROVINCE}&q=sukamaju`,
      await signedIn(provinceToken),
    ),
    {
      name: 'mencatat kegiatan',
      kind: 'form',
      headers: { ...(await signedIn(chairToken)), 'content-type': 'application/x-www-form-urlencoded' },
      expected: 302,
      bare: () => ({ path: '/post', body: 'title=Penyuluhan' }),
      next: () => ({
        path: `/kegiatan/baru?kim=${groupId}`,
        body: new URLSearchParams({
          [CSRF_FIELD]: csrfToken(SECRET, chairToken),
          id: newId(),
          groupId,
          localDate: localDate(Date.now(), 'WIB'),
          title: 'Penyuluhan di balai desa',
          story: 'Warga berkumpul dan bertanya.',
          topicCode: topic.code,
          'functions[0]': 'diseminasi',
          'channels[0]': 'tatap_muka',
          isPublic: 'on',
          placeCode: villageCode,
        }).toString(),
      }),
    },
  ]
}
