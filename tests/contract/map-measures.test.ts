import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { coverageList, LIST_PAGE } from '~/features/coverage/coverage-list.queries.server'
import { coverageScreen, villageScreen } from '~/features/coverage/coverage-screen.queries.server'
import { exportCoverage } from '~/features/coverage/export-coverage.server'
import { type ListKind, listKinds, lists } from '~/features/coverage/list-kinds'
import { mapNumbersOf } from '~/features/coverage/map-numbers.queries.server'
import { formatValue, measures } from '~/features/coverage/measures'
import { officeListHref } from '~/features/coverage/office-list'
import type { MapNumbers } from '~/features/coverage/region-numbers'
import { regionPage } from '~/features/coverage/region-page.server'
import type { Actor } from '~/features/identity/actor'
import { checkFindings, ensureFindings, rewriteFindings } from '~/features/mapping/check-findings.server'
import { mappingHead } from '~/features/mapping/mapping-screen.queries.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { activatePartnership } from '~/features/partnerships/move-partnership.server'
import { addDays } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { anOfficerOf } from '../support/activities'
import { villagesOf } from '../support/applications'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { addCandidate, aPlannedMapping } from '../support/mappings'
import { aPartner, aPartnership } from '../support/partnerships'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

class EnoughSeen extends Error {}

const START = Date.UTC(2026, 10, 22, 2)
const TODAY = '2026-11-22'
const SECRET = 'Karang Taruna Rahasia'

/** Settles a mapping of a regency so many days ago, with candidates in some of its villages. */
async function mapped(services: TestServices, regencyCode: string, daysAgo: number, places: number[]) {
  services.now = START - daysAgo * DAY
  const actor = await anOfficerOf(services, regencyCode)
  const mappingId = await aPlannedMapping(services, actor, regencyCode)
  await startMapping(services, { actor, mappingId, version: 1 })
  const villages = await villagesOf(services, regencyCode, 40)
  for (const [nth, at] of places.entries()) {
    const villageCode = villages[at]?.villageCode
    if (villageCode) await addCandidate(services, actor, mappingId, villageCode, { name: `${SECRET} ${nth}` })
  }
  const { version } = await mappingHead(services, actor, mappingId)
  await settleMapping(services, { actor, mappingId, version })
  services.now = START
}

/** Groups, mappings settled on several days, one that still runs, and partnerships of all three levels. */
async function world(services: TestServices) {
  services.now = START - 400 * DAY
  const group = await aGroup(services, {}, '9404011003')
  await aGroup(services, {}, '3501012001')
  await mapped(services, '9404', 300, [0, 1, 1, 5])
  await mapped(services, '3501', 200, [2, 3, 30, 31])
  await mapped(services, '9404', 100, [1, 7, 8, 20, 21, 22])
  const running = await anOfficerOf(services, '3502')
  await startMapping(services, {
    actor: running,
    mappingId: await aPlannedMapping(services, running, '3502'),
    version: 1,
  })
  const mimika = await anOfficerOf(services, '9404')
  const papua = await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' })
  const nation = await person(services, 'Pusat', { role: 'national_officer' })
  const inForce = async (actor: Actor, placeCode: string, changes: Record<string, unknown> = {}) => {
    const partner = await aPartner(services, actor, { placeCode, name: `Mitra Tertutup ${placeCode}` })
    const partnershipId = await aPartnership(services, actor, { counterpart: `mitra:${partner}`, ...changes })
    await activatePartnership(services, { actor, partnershipId, version: 1 })
  }
  await inForce(mimika, '940401', { title: 'Judul terbuka', isPublic: true })
  await inForce(mimika, '940401', { title: 'Judul tertutup', endsOn: '2026-12-20' })
  await inForce(mimika, '9404', { title: 'Judul tertutup juga' })
  await inForce(mimika, '940402', {
    counterpart: `kim:${group.id}`,
    title: 'Bersama KIM yang terbuka',
    isPublic: true,
  })
  await inForce(papua, '940402', { title: 'Judul tertutup provinsi' })
  await inForce(nation, '35', { title: 'Judul tertutup pusat' })
  await aPartnership(services, mimika, { title: 'Judul tertutup usulan' })
}

type Numbers = Pick<MapNumbers, 'mapped' | 'partnerships'>

/** The same by reading every row of every settled mapping and every partnership. */
async function naively({ store }: TestServices): Promise<(code: string, date: string) => Numbers> {
  const { tables, read } = store
  const mappings = (await read.select().from(tables.mappings)).filter(({ status }) => status === 'settled')
  const rows = (await read.select().from(tables.mappingRows)).filter(({ state }) => state === 'live')
  const inForce = (await read.select().from(tables.partnerships)).filter(({ status }) =>
    ['active', 'ending'].includes(status),
  )
  const regions = (await read.select().from(tables.regions)).filter(({ validUntil }) => !validUntil)
  return (code, date) => {
    const within = code === '00' ? '' : code
    const here = (one: { code: string }) => one.code.startsWith(within)
    const newest = mappings.filter(
      (one) =>
        (one.settledOn ?? '') <= date &&
        !mappings.some(
          (other) =>
            other.regencyCode === one.regencyCode &&
            (other.settledOn ?? '') <= date &&
            other.statusSince > one.statusSince,
        ),
    )
    const covered = (one: { code: string }) =>
      newest.some(({ regencyCode }) => one.code.startsWith(regencyCode)) && here(one)
    const holds = (candidates: boolean) => (village: { code: string }) =>
      rows.some(
        (row) =>
          row.villageCode === village.code &&
          newest.some(({ id }) => id === row.mappingId) &&
          (!candidates || row.class !== 'kim'),
      )
    const villages = regions.filter((one) => one.level === 'village' && covered(one))
    const days = newest
      .filter(({ regencyCode }) => regencyCode.startsWith(within) || within.startsWith(regencyCode))
      .map(({ settledOn }) => settledOn ?? '')
      .sort()
    const places = new Set(inForce.map(({ districtCode }) => districtCode).filter(Boolean))
    return {
      mapped: {
        districts: regions.filter((one) => one.level === 'district' && covered(one)).length,
        villages: villages.length,
        withCandidate: villages.filter(holds(true)).length,
        withNothing: villages.filter((one) => !holds(false)(one)).length,
        firstOn: days[0] ?? null,
        lastOn: days.at(-1) ?? null,
      },
      partnerships:
        date !== TODAY || code.length === 10
          ? null
          : {
              partnerships: inForce.filter(({ provinceCode, regencyCode, districtCode }) =>
                code === '00' ? true : [provinceCode, regencyCode, districtCode].includes(code),
              ).length,
              districts: [...places].filter((place) => place.startsWith(within)).length,
            },
    }
  }
}

const codes = ['00', '94', '35', '9404', '3501', '3502', '940401', '940402', '350112']
const days = fc
  .oneof(fc.constant(0), fc.constantFrom(100, 101, 200, 300, 301), fc.integer({ min: 0, max: 500 }))
  .map((ago) => addDays(TODAY, -ago))
/** Of long lists only the first pages are read. */
const PAGES = 8
const officeKinds: ListKind[] = [
  'desa-bercalon',
  'desa-kosong',
  'kecamatan-terpetakan',
  'kecamatan-belum-terpetakan',
  'kecamatan-bermitra',
  'kemitraan',
]

async function textOf(
  services: TestServices,
  asked: { code: string; kind?: ListKind; date?: string },
): Promise<string> {
  const file = await exportCoverage(services, { ...asked, format: 'csv' })
  const parts: Buffer[] = []
  for await (const chunk of file?.chunks ?? []) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts).toString('utf8')
}

onEachEngine('the map’s measures of mappings and partnerships', (given) => {
  beforeAll(async () => {
    await world(given())
  }, 120_000)

  it('say of any region and day what a count of every row says', async () => {
    const services = given()
    const naive = await naively(services)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), days, async (code, date) => {
        const screen = await coverageScreen(services, { code, date })
        if (!screen) throw new Error(`no page of ${code}`)
        expect([code, date, screen.numbers]).toMatchObject([code, date, naive(code, date)])
        for (const { code: below, numbers } of screen.below) {
          const counted = naive(below, date)
          expect([below, numbers.partnerships]).toEqual([below, counted.partnerships])
          const { districts, ...rest } = counted.mapped
          expect([below, numbers.mapped]).toMatchObject([below, rest])
          expect(numbers.mapped.districts).toBe(below.length === 10 ? 0 : districts)
        }
      }),
      { numRuns: 30 },
    )
    expect((await coverageScreen(services, { code: '9404' }))?.numbers.partnerships).toEqual({
      partnerships: 4,
      districts: 2,
    })
  }, 120_000)

  it('lead to lists of as many lines, each once', async () => {
    const services = given()
    for (const code of codes) {
      const screen = await coverageScreen(services, { code })
      if (!screen) throw new Error(`no page of ${code}`)
      for (const kind of officeKinds) {
        const total = lists[kind].count(screen.numbers)
        const keys: string[] = []
        for (let page = 1; page <= PAGES && keys.length < total; page++) {
          const list = await coverageList(services, { code, kind, page })
          expect([code, kind, list?.total]).toEqual([code, kind, total])
          keys.push(...(list?.rows ?? []).map(({ key }) => key))
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect([code, kind, keys.length]).toEqual([code, kind, Math.min(total, PAGES * LIST_PAGE)])
      }
    }
  }, 120_000)

  it('never name a candidate, a partner, or a partnership that its office keeps to itself', async () => {
    const services = given()
    for (const kind of [undefined, ...listKinds]) {
      const text = await textOf(services, { code: '00', kind })
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain('Mitra Tertutup')
      expect(text).not.toContain('Judul tertutup')
    }
    const listed = await textOf(services, { code: '9404', kind: 'kemitraan' })
    expect(listed).toContain('Judul terbuka')
    expect(listed).toContain('Bersama KIM yang terbuka')
    expect(listed.match(/Tidak dibuka untuk umum/g)).toHaveLength(2)
  })

  it('leave in a file with the numbers of the screen, empty where a day is not known', async () => {
    const services = given()
    for (const date of [TODAY, addDays(TODAY, -10)]) {
      const screen = await coverageScreen(services, { code: '94', date })
      const [head = '', ...lines] = (await textOf(services, { code: '94', date })).split('\r\n')
      const columns = head.replace('\uFEFF', '').split(';')
      for (const { code, numbers } of screen?.below ?? []) {
        const cells = lines.find((line) => line.startsWith(`${code};`))?.split(';') ?? []
        const of = (header: string) => cells[columns.indexOf(header)]
        expect(of('Desa dipetakan')).toBe(String(numbers.mapped.villages))
        expect(of('Desa bercalon KIM')).toBe(String(numbers.mapped.withCandidate))
        expect(of('Desa tanpa apa pun')).toBe(String(numbers.mapped.withNothing))
        expect(of('Kemitraan berlaku')).toBe(String(numbers.partnerships?.partnerships ?? ''))
      }
    }
  })

  it('say plainly that a past day of partnerships is not known, and show today’s list instead', async () => {
    const services = given()
    const screen = await coverageScreen(services, { code: '9404', date: addDays(TODAY, -1) })
    if (!screen) throw new Error('no page')
    expect(formatValue(measures.kemitraan, screen.numbers)).toBe('–')
    expect(formatValue(measures['kecamatan-bermitra'], screen.numbers)).toBe('–')
    expect(formatValue(measures['desa-bercalon'], screen.numbers)).not.toBe('–')
    const list = await coverageList(services, {
      code: '9404',
      kind: 'kemitraan',
      date: addDays(TODAY, -1),
      page: 1,
    })
    expect(list).toMatchObject({ total: 4, cutOff: { date: TODAY } })
  })

  it('tell a village whether the newest mapping found a candidate there, not which', async () => {
    const services = given()
    const villages = await villagesOf(services, '9404', 9)
    const foundAt = async (nth: number, date = TODAY) =>
      (await villageScreen(services, { code: villages[nth]?.villageCode ?? '', date }))?.found
    expect(await foundAt(8)).toEqual({ settledOn: '2026-08-14', hasCandidate: true })
    expect(await foundAt(8, '2026-08-13')).toEqual({ settledOn: '2026-01-26', hasCandidate: false })
    expect((await foundAt(2))?.hasCandidate).toBe(false)
    expect(await foundAt(2, '2026-01-25')).toBeNull()
  })

  it('paint village by village what the newest mapping found, and what groups are where nothing was settled', async () => {
    const services = given()
    for (const code of ['9404', '940401', '3501']) {
      const page = await regionPage(services, { code, measure: 'desa-bercalon' })
      if (page?.kind !== 'region' || !page.found) throw new Error(`no villages of ${code}`)
      const villages = [...page.found.villages.values()]
      const { mapped } = page.screen.numbers
      expect(villages).toHaveLength(mapped.villages)
      expect(villages.filter(({ hasCandidate }) => hasCandidate)).toHaveLength(mapped.withCandidate)
      expect(villages.filter(({ hasGroup, hasCandidate }) => !hasGroup && !hasCandidate)).toHaveLength(
        mapped.withNothing,
      )
    }
    expect(await regionPage(services, { code: '3502', measure: 'desa-bercalon' })).toMatchObject({
      found: null,
    })
    expect(await regionPage(services, { code: '9404', measure: 'desa-aktif' })).toMatchObject({ found: null })
  })

  it('lead an office from a list to its own, and nobody else', async () => {
    const services = given()
    const mimika = await anOfficerOf(services, '9404')
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const citizen = await person(services, 'Warga')
    expect(officeListHref(mimika, 'kemitraan', '9404')).toBe(
      '/dinas/kemitraan?keadaan=berlaku&provinsi=94&kabupaten=9404',
    )
    expect(officeListHref(nation, 'desa-kosong', '00')).toBe('/dinas/pemetaan?status=settled')
    for (const [actor, code] of [
      [mimika, '94'],
      [mimika, '3501'],
      [citizen, '9404'],
      [null, '9404'],
    ] as const) {
      expect(officeListHref(actor, 'kemitraan', code)).toBeNull()
      expect(officeListHref(actor, 'desa-bercalon', code)).toBeNull()
    }
    expect(officeListHref(nation, 'kim-aktif', '00')).toBeNull()
  })

  it('are answered from roll-ups: what mappings hold may be gone, and a wrong roll-up is found and put right', async () => {
    const services = given()
    expect(await checkFindings(services)).toEqual([])
    const before = (await coverageScreen(services, { code: '94' }))?.numbers.mapped
    const { mappingFindings, mappingResults, mappingRows, mappingCounts } = services.store.tables
    // A database that is older than the sums has them after it was opened.
    await services.store.transact(({ db }) => db.delete(mappingResults))
    await ensureFindings(services)
    expect((await coverageScreen(services, { code: '94' }))?.numbers.mapped).toEqual(before)
    await services.store.transact(({ db }) => db.update(mappingFindings).set({ withCandidate: 0 }))
    expect(await checkFindings(services)).not.toEqual([])
    await rewriteFindings(services)
    expect(await checkFindings(services)).toEqual([])
    expect((await coverageScreen(services, { code: '94' }))?.numbers.mapped).toEqual(before)
    const withoutRows = services.store.transact(async (tx) => {
      await tx.db.delete(mappingCounts)
      await tx.db.delete(mappingRows)
      const numbers = await mapNumbersOf(tx, ['94'], { date: TODAY, today: TODAY })
      expect(numbers.get('94')?.mapped).toEqual(before)
      throw new EnoughSeen()
    })
    await expect(withoutRows).rejects.toThrow(EnoughSeen)
  })
})
