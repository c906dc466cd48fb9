import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import { closeGroup } from '~/features/groups/close-group.server'
import { editProfile } from '~/features/groups/edit-profile.server'
import { reactivateGroup } from '~/features/groups/reactivate-group.server'
import { suspendGroup } from '~/features/groups/suspend-group.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { activatePartnership, breakOffPartnership } from '~/features/partnerships/move-partnership.server'
import { approveApplication } from '~/features/registration/approve-application.server'
import { addDays } from '~/platform/calendar'
import { HOUR, MINUTE, SECOND } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { application, villagesOf } from '../support/applications'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/kept-groups'
import { aRunningMapping } from '../support/mappings'
import { aPartnership } from '../support/partnerships'
import { mimikaOfficer, person } from '../support/people'
import { serve, signIn, type Web } from '../support/web'

const requestId = 'uji'

onEachEngine('kept public pages', (given) => {
  let web: Web
  beforeAll(async () => {
    web = await serve(given())
  })
  afterAll(() => web.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(web.origin + path, { headers, redirect: 'manual' })
  const pageOf = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).text()

  /** Changes what a page shows without telling anyone, as nothing in the portal does: a kept page stays as it was. */
  async function renameUnseen(id: string, name: string) {
    await given().store.transact(
      async ({ db, tables: { groups } }) => {
        await db.update(groups).set({ name }).where(eq(groups.id, id))
      },
      { shows: 'nothing' },
    )
  }

  test('each confirmed change shows on the next request, whichever page was kept before', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id: groupId, number, chair } = await aGroup(services, { name: 'KIM Berubah' })
    const paths = ['/', '/kim', '/kim?q=berubah', `/kim/${number}`, `/verifikasi/${number}`]
    const look = async () =>
      Object.fromEntries(await Promise.all(paths.map(async (p) => [p, await pageOf(p)])))
    const registered = await look()
    const act = (version: number) => ({ actor: officer, requestId, groupId, version })

    await suspendGroup(services, { ...act(1), reason: 'Pengurus tidak aktif', until: '2026-12-01' })
    const suspended = await look()
    for (const path of [...paths.slice(3), '/']) expect(suspended[path]).not.toBe(registered[path])
    expect(suspended[`/kim/${number}`]).toContain('ibekukan')

    await reactivateGroup(services, act(2))
    const back = await look()
    expect(back[`/kim/${number}`]).toBe(registered[`/kim/${number}`])

    await editProfile(services, {
      actor: chair,
      requestId,
      groupId,
      version: 3,
      profile: {
        address: 'Balai Kampung Baru',
        latitude: null,
        longitude: null,
        contact: {
          channels: {},
          publicChannels: [],
          publicChairName: false,
          publicAddress: true,
          publicLocation: false,
        },
      },
    })
    expect(await pageOf(`/kim/${number}`)).toContain('Balai Kampung Baru')

    const before = await pageOf('/')
    const [at] = await villagesOf(services, '9404', 1)
    if (!at) throw new Error('no village')
    const waiting = await application(services, { at, by: await person(services, 'Relawan') })
    await approveApplication(services, { actor: officer, ...waiting, judgements: {}, acceptsRest: true })
    expect(await pageOf('/')).not.toBe(before)

    await closeGroup(services, { ...act(4), reason: 'Bubar' })
    expect(await pageOf(`/verifikasi/${number}`)).not.toBe(registered[`/verifikasi/${number}`])
    expect(await pageOf(`/kim/${number}`)).not.toContain('Balai Kampung Baru')
  })

  test('the map is drawn anew when a mapping is settled and when a partnership begins or ends', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '9405012003')
    const mapped = await pageOf('/peta/9405?ukuran=desa-bercalon')
    expect(mapped).toContain('belum ada pemetaan yang ditetapkan')
    await settleMapping(services, { actor, mappingId, version: 2 })
    const settled = await pageOf('/peta/9405?ukuran=desa-bercalon')
    expect(settled).not.toBe(mapped)
    expect(settled).toContain('menurut pemetaan yang ditetapkan')

    const partnershipId = await aPartnership(services, actor)
    const path = '/peta/9405/daftar?isi=kemitraan'
    expect(await pageOf(path)).toContain('Daftar ini kosong')
    await activatePartnership(services, { actor, partnershipId, version: 1 })
    expect(await pageOf(path)).toContain('Dinas Kominfo Kabupaten Puncak')
    await breakOffPartnership(services, { actor, partnershipId, version: 2, reason: 'Mitra tutup' })
    expect(await pageOf(path)).toContain('Daftar ini kosong')
  })

  test('the map and its lists follow an activity from its confirmation until its group is suspended', async () => {
    const services = given()
    const villageCode = '9406012001'
    const { id: groupId } = await aGroup(services, { name: 'KIM di Peta', villageCode })
    const member = await aMemberOf(services, groupId)
    const officer = await anOfficerOf(services, '9406')
    const today = new Date(services.now).toISOString().slice(0, 10)
    const paths = [
      '/peta/940601?ukuran=desa-aktif',
      '/peta/9406?ukuran=desa-aktif',
      '/peta/940601/daftar?isi=kegiatan',
      '/peta/9406/daftar?isi=kim-aktif',
      `/peta/${villageCode}`,
    ]
    const look = () =>
      Promise.all(paths.map(async (path) => (await pageOf(path)).replaceAll(/ nonce="[^"]+"/g, '')))
    let before = await look()
    const changed = async () => {
      const now = await look()
      const same = paths.filter((_, at) => now[at] === before[at])
      before = now
      return paths.filter((path) => !same.includes(path))
    }
    const report = async (localDate: string) => {
      const id = ActivityId.parse(services.newId())
      const content = anActivity(villageCode, { localDate })
      await postActivity(services, { actor: member, requestId, id, groupId, content })
      return { id, content }
    }
    const { id, content } = await report(addDays(today, -2))
    const edit = (version: number, changes: Partial<typeof content>) =>
      editActivity(services, {
        actor: member,
        requestId,
        activityId: id,
        version,
        content: { ...content, ...changes },
      })
    expect(await changed()).toEqual([])

    await confirmActivities(services, { actor: officer, requestId, chosen: [{ id, version: 1 }] })
    expect(await changed()).toEqual(paths)
    expect(before[2]).toContain(content.title)

    await edit(2, { title: 'Judul yang diperbaiki' })
    expect(await changed()).toEqual([paths[2]])
    // Back so far that it neither makes its group active nor lies within the thirty days.
    await edit(3, { localDate: addDays(today, -100) })
    expect(await changed()).toEqual(paths)
    await edit(4, { localDate: addDays(today, -2) })
    expect(await changed()).toEqual(paths)

    await withdrawActivity(services, {
      actor: member,
      requestId,
      activityId: id,
      version: 5,
      comment: 'Keliru',
    })
    expect(await changed()).toEqual(paths)
    expect(before[2]).toContain('Daftar ini kosong')

    const another = await report(addDays(today, -1))
    await confirmActivities(services, {
      actor: officer,
      requestId,
      chosen: [{ id: another.id, version: 1 }],
    })
    expect(await changed()).toEqual(paths)
    await suspendGroup(services, {
      actor: officer,
      requestId,
      groupId,
      version: 1,
      reason: 'Pengurus tidak aktif',
      until: addDays(today, 10),
    })
    // What it did goes on being counted.
    expect(await changed()).toEqual(paths.filter((path) => path !== paths[2]))
    expect(before[4]).toContain('1 kegiatan terkonfirmasi')
  })

  test('with readers racing a writer, none that starts after a confirmed change sees the page before it', async () => {
    const services = given()
    const { id: groupId, number, chair } = await aGroup(services)
    const rounds = 40
    let confirmed = 0
    let over = false
    let seen = 0
    const reader = async () => {
      while (!over) {
        const least = confirmed
        const shown = Number(/Rumah nomor (\d+)/.exec(await pageOf(`/kim/${number}`))?.[1] ?? 0)
        expect(shown).toBeGreaterThanOrEqual(least)
        seen++
      }
    }
    const readers = Array.from({ length: 12 }, reader)
    for (let round = 1; round <= rounds; round++) {
      await editProfile(services, {
        actor: chair,
        requestId,
        groupId,
        version: round,
        profile: {
          address: `Rumah nomor ${round}`,
          latitude: null,
          longitude: null,
          contact: {
            channels: {},
            publicChannels: [],
            publicChairName: false,
            publicAddress: true,
            publicLocation: false,
          },
        },
      })
      confirmed = round
      // Some pages are kept between the changes, others are caught in the making.
      if (round % 3 === 0) await pageOf(`/kim/${number}`)
    }
    over = true
    await Promise.all(readers)
    expect(seen).toBeGreaterThan(rounds)
    expect(await pageOf(`/kim/${number}`)).toContain(`Rumah nomor ${rounds}`)
  }, 60_000)

  describe('the clock', () => {
    test('a page outlives neither its time nor the full hour, on which days end', async () => {
      const services = given()
      const start = services.now
      const life = services.store.dialect === 'sqlite' ? MINUTE : 2 * SECOND
      const { id, number } = await aGroup(services, { name: 'KIM Satu' })
      const path = `/verifikasi/${number}`
      expect(await pageOf(path)).toContain('KIM Satu')
      await renameUnseen(id, 'KIM Dua')
      services.now = start + life - 1
      expect(await pageOf(path)).toContain('KIM Satu')
      services.now = start + life
      expect(await pageOf(path)).toContain('KIM Dua')

      services.now = start + HOUR - 1
      expect(await pageOf(path)).toContain('KIM Dua')
      await renameUnseen(id, 'KIM Tiga')
      expect(await pageOf(path)).toContain('KIM Dua')
      services.now = start + HOUR
      expect(await pageOf(path)).toContain('KIM Tiga')
      services.now = start
    })
  })

  describe('who is looking', () => {
    test('a visitor with a cookie of ours neither sees a kept page nor leaves one behind', async () => {
      const services = given()
      const { id, number } = await aGroup(services, { name: 'KIM Awal' })
      const path = `/kim/${number}`
      const { cookie } = await signIn(services, await person(services, 'Petugas', mimikaOfficer))
      expect(await pageOf(path, { cookie })).toContain('/keluar')
      await renameUnseen(id, 'KIM Baru')
      const anonymous = await pageOf(path)
      expect(anonymous).toContain('KIM Baru')
      expect(anonymous).not.toContain('/keluar')
      await renameUnseen(id, 'KIM Akhir')
      expect(await pageOf(path)).toContain('KIM Baru')
      for (const own of [cookie, '__Host-tamu=x', '__Host-kabar=x', 'lain=1; __Host-sesi=palsu']) {
        expect(await pageOf(path, { cookie: own })).toContain('KIM Akhir')
      }
      expect(await pageOf(path, { cookie: 'lain=1' })).toContain('KIM Baru')
    })

    test('what another host or another query asks for is another page', async () => {
      const { number } = await aGroup(given(), { name: 'KIM Alamat' })
      const whole = await pageOf('/kim')
      expect(await pageOf('/kim?q=tidakadasamasekali')).not.toBe(whole)
      expect(await pageOf('/kim')).toBe(whole)
      const answer = await get(`/kim/${number}`, { 'x-forwarded-host': 'jahat.example' })
      expect(await answer.text()).not.toContain('jahat.example')
      expect(await pageOf(`/kim/${number}`)).not.toContain('jahat.example')
    })

    test('pages with a form and missing pages are not kept', async () => {
      const services = given()
      const [one, two] = [await get('/masuk'), await get('/masuk')]
      expect(one.headers.get('set-cookie')).not.toBe(two.headers.get('set-cookie'))
      const { id, number } = await aGroup(services)
      const missing = `${number.slice(0, -2)}99`
      expect((await get(`/kim/${missing}`)).status).toBe(404)
      await services.store.transact(
        async ({ db, tables: { groups } }) => {
          await db.update(groups).set({ number: missing }).where(eq(groups.id, id))
        },
        { shows: 'nothing' },
      )
      expect((await get(`/kim/${missing}`)).status).toBe(200)
    })
  })

  describe('headers', () => {
    const shape = (answer: Response) => {
      const lines = [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name))
      return [
        answer.status,
        lines.map(([name, value]) => [name, value.replace(/'nonce-[^']+'/, 'nonce')] as const).sort(),
      ]
    }

    test.each(['br', 'gzip', 'identity'])(
      'a kept answer in %s carries those of a fresh one',
      async (encoding) => {
        const { number } = await aGroup(given())
        const path = `/kim/${number}`
        const asked = { 'accept-encoding': encoding }
        const [fresh, kept] = [await get(path, asked), await get(path, asked)]
        expect(shape(kept)).toEqual(shape(fresh))
        expect(kept.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
        expect(kept.headers.get('cache-control')).toBe('private, no-cache')
        expect(kept.headers.get('vary')).toBe('Accept-Encoding')
        expect(await kept.text()).toBe(await fresh.text())
        const policies = [fresh, kept].map((answer) => answer.headers.get('content-security-policy'))
        expect(policies[0]).toContain("'nonce-")
        expect(policies[0]).not.toBe(policies[1])
      },
    )

    test('a browser that has the page is told so, and told anew once it changes', async () => {
      const services = given()
      const { id: groupId, number } = await aGroup(services)
      const path = `/kim/${number}`
      const etag = (await get(path)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"/)
      const again = { 'if-none-match': etag }
      const known = await get(path, again)
      expect(known.status).toBe(304)
      expect(await known.text()).toBe('')
      expect(known.headers.get('content-security-policy')).toContain("default-src 'none'")
      await suspendGroup(services, {
        actor: await person(services, 'Petugas', mimikaOfficer),
        requestId,
        groupId,
        version: 1,
        reason: 'Uji',
        until: '2026-12-01',
      })
      expect((await get(path, again)).status).toBe(200)
    })

    test('HEAD answers the headers without the page', async () => {
      const { number } = await aGroup(given())
      const path = `/kim/${number}`
      const whole = await get(path)
      const head = await fetch(web.origin + path, { method: 'HEAD' })
      expect(shape(head)).toEqual(shape(whole))
      expect(await head.text()).toBe('')
    })
  })
})
