import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { GroupId } from '~/features/groups/groups.schema'
import type { Actor } from '~/features/identity/actor'
import { endorseSubdomain } from '~/features/subdomains/endorse-subdomain.server'
import { requestSubdomain } from '~/features/subdomains/request-subdomain.server'
import { coastColours } from '~/ui/map/coast'
import { anActivity } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import { aReporter, send } from '../support/reports'
import { serve, signIn, type Web } from '../support/web'

onEachEngine('over HTTP', (given) => {
  let web: Web
  beforeAll(async () => {
    web = await serve(given())
  })
  afterAll(() => web.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(web.origin + path, { headers, redirect: 'manual' })
  const post = (
    path: string,
    body: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ) =>
    fetch(web.origin + path, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' })

  test('healthz names the engine, readyz asks the database', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', engine: given().store.dialect })
    expect((await get('/readyz')).status).toBe(200)
  })

  describe('headers', () => {
    test('every page carries an enforced policy whose nonce is fresh and stands on its scripts', async () => {
      const [one, two] = [await get('/masuk'), await get('/masuk')]
      const policy = one.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThan(15)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain("script-src 'unsafe-inline'")
      expect(one.headers.get('content-security-policy-report-only')).toBeNull()
      expect(two.headers.get('content-security-policy')).not.toContain(nonce)
      const scripts = [...(await one.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.length).toBeGreaterThan(0)
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
    })

    test('pages cannot be framed elsewhere, sniffed, or leak their address to other sites', async () => {
      const { headers } = await get('/')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
    })

    test('a missing page is a 404 with words', async () => {
      const answer = await get('/tidak-ada')
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('tidak ditemukan')
    })
  })

  describe('public pages', () => {
    test.each(['/', '/kim', '/verifikasi', '/tentang', '/dasar-hukum', '/privasi', '/aksesibilitas'])(
      '%s ships no script and sets no cookie',
      async (path) => {
        const answer = await get(path)
        expect(answer.status).toBe(200)
        expect(await answer.text()).not.toContain('<script')
        expect(answer.headers.get('set-cookie')).toBeNull()
      },
    )
  })

  test('the map of the country names its coast, a file for a year; that of a province draws its own', async () => {
    const coastsOf = (html: string) =>
      [...html.matchAll(/--coast:url\(([^)]+)\)/g)].map(([, file = '']) => file)
    const files = coastsOf(await (await get('/')).text())
    expect(files).toHaveLength(2)
    expect(coastsOf(await (await get('/peta')).text())).toEqual(files)
    for (const file of files) {
      const { status, headers } = await get(file)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('image/svg+xml')
      expect(headers.get('content-encoding')).toBeTruthy()
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect((await get(file.replace('.svg', 'x.svg'))).status).toBe(404)
    }
    const province = await (await get('/peta/35')).text()
    expect(coastsOf(province)).toEqual([])
    expect(province).toContain(coastColours.land)
  })

  describe('forms', () => {
    test.each([
      ['another site', { origin: 'https://jahat.example', 'sec-fetch-site': 'cross-site' }],
      ['a sibling subdomain', { origin: 'http://desa.kim.id', 'sec-fetch-site': 'same-site' }],
      ['an unnamed origin', { origin: 'null' }],
    ])('a post from %s is refused', async (_name, headers) => {
      const services = given()
      const { cookie, csrf } = await signIn(services, await person(services, 'Petugas', mimikaOfficer))
      const answer = await post('/keluar', { csrf }, { ...headers, cookie })
      expect(answer.status).toBe(403)
      const stillIn = await get('/akun', { cookie })
      expect(stillIn.status).toBe(200)
    })

    test('a post without the token of this very session changes nothing', async () => {
      const services = given()
      const one = await signIn(services, await person(services, 'Petugas', mimikaOfficer))
      const other = await signIn(services, await person(services, 'Petugas lain', mimikaOfficer))
      for (const csrf of ['', 'x', other.csrf]) {
        expect((await post('/keluar', { csrf }, { cookie: one.cookie })).status).toBe(403)
      }
      expect((await get('/akun', { cookie: one.cookie })).status).toBe(200)
      const left = await post('/keluar', { csrf: one.csrf }, { cookie: one.cookie, origin: web.origin })
      expect(left.status).toBe(302)
      expect((await get('/akun', { cookie: one.cookie })).status).toBe(302)
    })

    test('what no form of the portal sends is answered in words, too', async () => {
      const services = given()
      const { cookie, csrf } = await signIn(services, await person(services, 'Pengelola', { role: 'admin' }))
      const from = { cookie, origin: web.origin }
      const answer = await post('/admin/pesan', { csrf, messageId: 'bukan-nomor' }, from)
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('Isian ini tidak dapat dibaca.')
      expect(html).not.toContain('Invalid')
    })

    test('a list that comes back refused still has the boxes ticked that were sent', async () => {
      const services = given()
      const group = await aReporter(services)
      const chair = await person(services, 'Ketua', { role: 'volunteer', groupId: group.id, post: 'ketua' })
      const ids = [1, 2, 3].map(() => ActivityId.parse(services.newId()))
      for (const id of ids) {
        const content = anActivity(group.villageCode)
        await postActivity(services, {
          actor: group.member,
          requestId: 'r',
          id,
          groupId: group.id,
          content,
        })
      }
      const reportId = await send(services, group)
      const subdomainId = services.newId()
      const label = `uji-${subdomainId.slice(-8)}`
      await requestSubdomain(services, {
        actor: chair,
        groupId: GroupId.parse(group.id),
        id: subdomainId,
        label,
      })
      await endorseSubdomain(services, { actor: group.officer, subdomainId, version: 1 })
      const registrar = await person(services, 'Registrar', { role: 'registrar' })
      const lists: [Actor, string, Record<string, string>, string[]][] = [
        [group.officer, '/dinas/kegiatan', { intent: 'ask', comment: '?' }, [`${ids[0]}:1`, `${ids[2]}:1`]],
        [group.officer, '/dinas/kegiatan?pilih=semua', { intent: 'ask', comment: '?' }, [`${ids[1]}:1`]],
        [group.officer, '/dinas/laporan/antrean', { intent: 'return', comment: '?' }, [`${reportId}:1`]],
        [registrar, '/registrar', { intent: 'refuse', reason: '?' }, [`${subdomainId}:2`]],
      ]
      for (const [actor, path, words, chosen] of lists) {
        const { cookie, csrf } = await signIn(services, actor)
        const body = Object.entries({ ...words, csrf })
        for (const value of chosen) body.push(['chosen', value])
        const answer = await post(path, body, { cookie, origin: web.origin })
        expect(answer.status, path).toBe(422)
        const boxes = [...(await answer.text()).matchAll(/<input\b[^>]*name="chosen"[^>]*>/g)].map(
          ([box]) => box,
        )
        const ticked = boxes.filter((box) => box.includes('checked=""'))
        expect(ticked.map((box) => /value="([^"]+)"/.exec(box)?.[1]).sort(), path).toEqual(chosen.sort())
      }
    })

    test('the session cookie is tied to this host and closed to scripts', async () => {
      const cookie = (await get('/masuk')).headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/^__Host-tamu=.*Path=\/; HttpOnly; Secure; SameSite=Lax/)
    })
  })

  test('an empty tab of the activities says which status none has, and leads to all', async () => {
    const services = given()
    const { cookie } = await signIn(services, await person(services, 'Petugas', mimikaOfficer))
    const html = await (await get('/dinas/kegiatan?status=withdrawn', { cookie })).text()
    expect(html).toContain('Tidak ada yang ditarik')
    expect(html).toContain('Lihat semua kegiatan')
    expect(html).not.toContain('Belum ada kegiatan')
  })

  test('the first edit of an activity is its version 2, whatever the office decided before', async () => {
    const services = given()
    const { id: groupId, villageCode, member, officer } = await aReporter(services)
    const id = ActivityId.parse(services.newId())
    const sending = { actor: member, requestId: 'r', content: anActivity(villageCode) }
    await postActivity(services, { ...sending, id, groupId })
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    await editActivity(services, { ...sending, activityId: id, version: 2 })
    const { cookie } = await signIn(services, member)
    const html = await (await get(`/kelompok/${groupId}/kegiatan/${id}`, { cookie })).text()
    expect([...html.matchAll(/Versi (?:<!-- -->)?(\d+)/g)].map(([, number]) => number)).toEqual(['2'])
  })

  test('an office confirms once more, with one button, what was changed after it', async () => {
    const services = given()
    const { id: groupId, villageCode, member, officer } = await aReporter(services)
    const id = ActivityId.parse(services.newId())
    const sending = { actor: member, requestId: 'r' }
    await postActivity(services, { ...sending, id, groupId, content: anActivity(villageCode) })
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    const { cookie, csrf } = await signIn(services, officer)
    const path = `/dinas/kegiatan/${id}`
    const button = 'Perubahan sudah dilihat, tetap dikonfirmasi'
    const shown = async () => (await get(path, { cookie })).text()
    expect(await shown()).not.toContain(button)
    const content = anActivity(villageCode, { title: 'Judul diperbaiki' })
    await editActivity(services, { ...sending, activityId: id, version: 2, content })
    expect(await shown()).toContain(button)
    const sent = await post(path, { csrf, intent: 'confirm', version: '3' }, { cookie, origin: web.origin })
    expect(sent.headers.get('location')).toContain(path)
    expect(await shown()).not.toContain(button)
  })

  test('a page that needs a session leads to sign-in and remembers where one wanted to go', async () => {
    const answer = await get('/dinas/antrean?status=submitted')
    expect(answer.headers.get('location')).toBe('/masuk?lanjut=%2Fdinas%2Fantrean%3Fstatus%3Dsubmitted')
  })

  test('no address leads out of the portal after signing in', async () => {
    const { safePath } = await import('~/platform/http/redirect')
    for (const bad of [
      'https://jahat.example',
      '//jahat.example',
      '/\\jahat.example',
      '/ x',
      'kim',
      null,
      7,
    ]) {
      expect(safePath(bad, '/beranda')).toBe('/beranda')
    }
    expect(safePath('/kim?q=a', '/beranda')).toBe('/kim?q=a')
  })
})
