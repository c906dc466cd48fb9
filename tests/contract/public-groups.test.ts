import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchDirectory } from '~/features/groups/directory.queries.server'
import { fullGroupFacts } from '~/features/groups/group-facts'
import { type ChannelKind, type Contact, channelKinds } from '~/features/groups/groups.schema'
import { groupStatuses } from '~/features/groups/groups.state'
import { listGroupFacts } from '~/features/groups/list-group-facts.server'
import { publicGroup } from '~/features/groups/public-group.queries.server'
import { onEachEngine } from '../support/engines'
import { aGroup, setStatus } from '../support/groups'
import type { TestServices } from '../support/services'

const secrets: Record<ChannelKind, string> = {
  email: 'rahasia-email@contoh.id',
  whatsapp: '+6281234567890',
  website: 'https://rahasia-situs.id',
  instagram: 'https://www.instagram.com/rahasia-ig',
  facebook: 'https://www.facebook.com/rahasia-fb',
  youtube: 'https://www.youtube.com/@rahasia-yt',
  tiktok: 'https://www.tiktok.com/@rahasia-tt',
  x: 'https://x.com/rahasia_x',
}
const chair = 'Ketua Rahasia'
const address = 'Jalan Rahasia 5'
const [latitude, longitude] = [-4.57, 136.83]

const consents: fc.Arbitrary<Contact> = fc.record(
  {
    channels: fc
      .uniqueArray(fc.constantFrom(...channelKinds))
      .map((kinds) => Object.fromEntries(kinds.map((kind) => [kind, secrets[kind]]))),
    publicChannels: fc.uniqueArray(fc.constantFrom(...channelKinds)),
    publicChairName: fc.boolean(),
    publicAddress: fc.boolean(),
    publicLocation: fc.boolean(),
  },
  { noNullPrototype: true },
)

onEachEngine('the public page of a group', (given) => {
  test('shows exactly what the group agreed to, and nothing of it once it is closed', async () => {
    const services = given()
    const { id, number } = await aGroup(services, {
      address,
      latitude,
      longitude,
      members: [{ name: chair, post: 'ketua' }],
    })
    await fc.assert(
      fc.asyncProperty(consents, fc.constantFrom(...groupStatuses), async (contact, status) => {
        await setStatus(services, id, status, { contact, statusReason: 'Alasan rahasia' })
        const group = await publicGroup(services, number)
        if (!group) throw new Error('the group is not found')
        const open = status !== 'closed'
        for (const told of [
          JSON.stringify(group),
          JSON.stringify(fullGroupFacts(group, 'http://localhost')),
        ]) {
          const shows = (text: string) => told.includes(text)
          expect(shows(chair)).toBe(open && contact.publicChairName)
          expect(shows(address)).toBe(open && contact.publicAddress)
          expect(shows(String(latitude)) || shows(String(longitude))).toBe(open && contact.publicLocation)
          for (const kind of channelKinds) {
            const agreed = contact.publicChannels.includes(kind) && contact.channels[kind] !== undefined
            expect(shows(secrets[kind])).toBe(open && agreed)
          }
          expect(shows('Alasan rahasia')).toBe(false)
        }
        const listed = JSON.stringify(await listGroupFacts(services, { text: number, page: 1 }))
        expect(listed).toContain(number)
        for (const secret of [chair, address, 'ahasia', '81234567890']) expect(listed).not.toContain(secret)
      }),
      { numRuns: 60 },
    )
  })

  test('an unknown number has no page', async () => {
    expect(await publicGroup(given(), '940401100399')).toBeNull()
  })
})

onEachEngine('the directory', (given) => {
  async function threeStatuses(services: TestServices) {
    const names = ['Mekar Jaya', 'Sinar Mekar', 'Warta']
    const made = []
    for (const [at, status] of groupStatuses.entries()) {
      const group = await aGroup(services, { name: `KIM ${names[at]}` }, '3501012001')
      made.push({ ...group, status })
      await setStatus(services, group.id, status)
    }
    return made
  }

  test('finds by words in any order, by number, by region of any level and by status, with the right totals', async () => {
    const services = given()
    const made = await threeStatuses(services)
    const found = async (search: Omit<Parameters<typeof searchDirectory>[1], 'page'>) => {
      const { rows, total } = await searchDirectory(services, { ...search, page: 1 })
      expect(total).toBe(rows.length)
      return rows.map((row) => row.name)
    }
    expect(await found({})).toEqual(['KIM Mekar Jaya', 'KIM Sinar Mekar', 'KIM Warta'])
    expect(await found({ text: 'mekar' })).toEqual(['KIM Mekar Jaya', 'KIM Sinar Mekar'])
    expect(await found({ text: ' JÁYA  mekar ' })).toEqual(['KIM Mekar Jaya'])
    expect(await found({ text: made[2]?.number })).toEqual(['KIM Warta'])
    expect(await found({ text: made[2]?.number.replace(/(....)/g, '$1 ') })).toEqual(['KIM Warta'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ text: '_' })).toEqual([])
    expect(await found({ text: '😀' })).toEqual([])
    for (const regionCode of ['35', '3501', '350101', '3501012001']) {
      expect(await found({ regionCode })).toHaveLength(3)
      expect(await found({ regionCode, status: 'closed' })).toEqual(['KIM Warta'])
      expect(await found({ regionCode, text: 'sinar', status: 'registered' })).toEqual([])
    }
    expect(await found({ regionCode: '94' })).toEqual([])
  })

  test('paging shows each group once, in a stable order, and brings strange pages back into the list', async () => {
    const services = given()
    for (let at = 0; at < 8; at++) await aGroup(services, { name: 'KIM Kembar' }, '3501012002')
    const pages = []
    for (const page of [1, 2, 3]) {
      pages.push(await searchDirectory(services, { regionCode: '3501012002', page, pageSize: 3 }))
    }
    const ids = pages.flatMap(({ rows }) => rows.map((row) => row.id))
    expect(ids).toHaveLength(8)
    expect(new Set(ids).size).toBe(8)
    for (const [page, shown] of [
      [-1, 1],
      [0, 1],
      [Number.NaN, 1],
      [1e9, 3],
      [Number.MAX_VALUE, 3],
    ] as const) {
      expect(await searchDirectory(services, { regionCode: '3501012002', page, pageSize: 3 })).toMatchObject({
        page: shown,
        pageCount: 3,
        total: 8,
      })
    }
  })

  test('machines get an empty page after the last one, and nothing at all for an unknown region', async () => {
    const services = given()
    const first = await listGroupFacts(services, { regionCode: '3501012002', page: 1 })
    expect(first?.data).toHaveLength(8)
    expect(first?.data[0]).toMatchObject({
      nama: 'KIM Kembar',
      status: 'terdaftar',
      terdaftar_sejak: '2026-11-22',
      wilayah: { kabupaten_kota: { kode: '3501', nama: 'Kabupaten Pacitan' } },
    })
    expect(await listGroupFacts(services, { regionCode: '3501012002', page: 7 })).toMatchObject({
      data: [],
      halaman: 7,
      total: 8,
    })
    expect(await listGroupFacts(services, { regionCode: '9999', page: 1 })).toBeNull()
  })
})
