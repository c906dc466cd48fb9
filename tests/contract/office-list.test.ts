import { expect, test } from 'vitest'
import { GroupId } from '~/features/groups/groups.schema'
import { officeGroupScreen } from '~/features/groups/office-group.queries.server'
import { officeListScreen } from '~/features/groups/office-list.queries.server'
import { submitRenewal } from '~/features/groups/submit-renewal.server'
import type { Actor } from '~/features/identity/actor'
import { onEachEngine } from '../support/engines'
import { aGroup, aPdf } from '../support/kept-groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const everything = { text: '', regionCode: '', sort: 'nama', page: 1 } as const
const decree = (number: string, validUntil?: string) =>
  ({ number, date: '2022-01-10', issuerKind: 'village_head', validUntil }) as const

onEachEngine('the office’s list of groups', (given) => {
  const names = async (services: TestServices, actor: Actor, search: object = {}) =>
    (await officeListScreen(services, actor, { ...everything, ...search })).rows.map(({ name }) => name)

  test('it holds the own region only, whatever region is asked for, and finds what needs attention', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    // The clock stands at 22 November 2026.
    await aGroup(services, { name: 'KIM A habis', decree: decree('A', '2026-11-21') })
    await aGroup(services, { name: 'KIM B hari ini', decree: decree('B', '2026-11-22') })
    await aGroup(services, { name: 'KIM C segera', decree: decree('C', '2027-02-20') })
    const renewing = await aGroup(services, { name: 'KIM D lama', decree: decree('D', '2027-02-21') })
    await aGroup(services, { name: 'KIM E tanpa batas', decree: decree('E') })
    await aGroup(services, { name: 'KIM F 100% kertas_', chairHasAccount: false })
    const outside = await aGroup(services, { name: 'KIM Pacitan', villageCode: '3501012001' })

    await submitRenewal(services, {
      actor: renewing.chair,
      requestId: 'uji',
      groupId: renewing.id,
      id: services.newId(),
      decree: { number: 'D baru', date: '2026-11-01', issuerKind: 'village_head', validUntil: '2031-10-31' },
      file: await aPdf('D baru'),
    })

    const all = [
      'KIM A habis',
      'KIM B hari ini',
      'KIM C segera',
      'KIM D lama',
      'KIM E tanpa batas',
      'KIM F 100% kertas_',
    ]
    expect(await names(services, officer)).toEqual(all)
    expect(await names(services, officer, { regionCode: '35' })).toEqual(all)
    expect(await names(services, officer, { regionCode: '350101' })).toEqual(all)
    expect(await names(services, officer, { flag: 'diajukan' })).toEqual(['KIM D lama'])
    expect(await names(services, officer, { flag: 'habis' })).toEqual(['KIM A habis'])
    expect(await names(services, officer, { flag: 'segera' })).toEqual(['KIM B hari ini', 'KIM C segera'])
    expect(await names(services, officer, { flag: 'tanpa' })).toEqual(['KIM F 100% kertas_'])
    expect(await names(services, officer, { flag: 'tanpa-akun' })).toEqual(['KIM F 100% kertas_'])
    expect((await names(services, officer, { sort: 'sk' })).slice(0, 3)).toEqual(all.slice(0, 3))
    expect(await names(services, officer, { text: 'segera KIM' })).toEqual(['KIM C segera'])
    expect(await names(services, officer, { text: '%' })).toEqual([])
    expect(await names(services, officer, { text: 'pacitan' })).toEqual([])
    await expect(officeGroupScreen(services, officer, GroupId.parse(outside.id))).rejects.toMatchObject({
      status: 404,
    })
  })

  test('its pages show every group once, also when all have one name', async () => {
    const services = given()
    const nabire = await person(services, 'Petugas Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    for (let n = 0; n < 34; n++) await aGroup(services, { name: 'KIM Sama', villageCode: '3501012001' })
    for (const sort of ['nama', 'terbaru', 'sk'] as const) {
      const pages = [1, 2, 99].map((page) =>
        officeListScreen(services, nabire, { ...everything, sort, page }),
      )
      const [first, second, last] = await Promise.all(pages)
      const seen = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)
      expect(new Set(seen).size).toBe(first?.total)
      expect(last?.page).toBe(2)
    }
  })
})
