import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { DEMO_KEY } from '~/features/settings/settings.queries.server'
import { DAY } from '~/platform/clock'
import { makeDemoData } from '../../scripts/demo-data'
import { type Diarist, planYear } from '../../scripts/demo-data/diary'
import { seededChance } from '../../scripts/demo-data/random'
import { flood } from '../../scripts/demo-data/stories/flood'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'

it('the year of the example has a week of flood on whatever day it is made', () => {
  const place = {
    village: 'Desa Arjowinangun',
    district: 'Kecamatan Pacitan',
    regency: 'Kabupaten Pacitan',
    provinceCode: '35',
  }
  const diarists = Array.from({ length: 70 }, (_, at): Diarist => {
    const villageCode = '3501122003'
    return { groupId: `${at}`, regencyCode: '3501', villageCode, place, registeredAgo: 700, isGuide: false }
  })
  for (let day = 0; day < 366; day += 3) {
    const today = Date.UTC(2027, 10, 21, 15) + day * DAY
    const plan = planYear(seededChance(1), today, diarists)
    const agos = [...plan].filter(([, entries]) => entries.some(({ story }) => story === flood))
    const days = agos.map(([ago]) => ago).sort((a, b) => a - b)
    expect(days.length).toBeGreaterThan(1)
    expect(days.at(0)).toBeGreaterThan(14)
    expect(days.at(-1)).toBeLessThan(365)
  }
}, 60_000)

onEachEngine('the example', (given) => {
  it('is made once, and never on top of one that was interrupted, however late', async () => {
    const services = given()
    const { settings } = services.store.tables
    const said: string[] = []
    const make = () => makeDemoData(services, (line) => said.push(line))
    await person(services, 'Contoh', { role: 'admin' })
    await expect(make()).rejects.toThrow('terputus')
    const mark = { id: services.newId(), key: DEMO_KEY, regionCode: '', validFrom: '2026-11-22', setAt: 0 }
    await services.store.transact(({ db }) => db.insert(settings).values({ ...mark, value: false }))
    await expect(make()).rejects.toThrow('terputus')
    await services.store.transact(({ db }) =>
      db.update(settings).set({ value: true }).where(eq(settings.id, mark.id)),
    )
    await make()
    expect(said).toEqual([])
  })
})
