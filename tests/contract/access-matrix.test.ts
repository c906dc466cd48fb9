import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { type Role, roleMay } from '~/features/identity/permissions'
import type { Access } from '~/routes/door'
import routes from '../../app/routes'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import { leaves } from '../support/routes'
import { serve, signIn, type Web } from '../support/web'
import { makeWorld, type World } from '../support/world'

/**
 * Who knocks. `inside` people belong to Kabupaten Mimika (9404) and the group, application and files that the
 * addresses name; `outside` people hold the same role elsewhere.
 */
const visitors = [
  { name: 'anonymous', role: null, side: null },
  { name: 'signed in, no role', role: null, side: 'outside' },
  { name: 'volunteer inside', role: 'volunteer', side: 'inside' },
  { name: 'volunteer outside', role: 'volunteer', side: 'outside' },
  { name: 'regency officer inside', role: 'regency_officer', side: 'inside' },
  { name: 'regency officer outside', role: 'regency_officer', side: 'outside' },
  { name: 'province officer inside', role: 'province_officer', side: 'inside' },
  { name: 'province officer outside', role: 'province_officer', side: 'outside' },
  { name: 'national officer', role: 'national_officer', side: 'inside' },
  { name: 'registrar', role: 'registrar', side: 'inside' },
  { name: 'administrator', role: 'admin', side: 'inside' },
] as const satisfies readonly { name: string; role: Role | null; side: 'inside' | 'outside' | null }[]
type Visitor = (typeof visitors)[number]

const officers: readonly Role[] = ['regency_officer', 'province_officer', 'national_officer']

/** Who may see the one record that an address names, beyond the route's own rule. */
const records: { pattern: RegExp; roles: readonly Role[] }[] = [
  { pattern: /^\/kelompok\/pendaftaran\/:applicationId/, roles: ['volunteer'] },
  { pattern: /^\/kelompok\/:groupId/, roles: ['volunteer'] },
  // Those above read an event; what changes it belongs to the office whose event it is.
  {
    pattern: /^\/dinas\/acara\/:eventId\/(ubah|undang|hadir|daftar-hadir|sertifikat)(\/|$)/,
    roles: ['regency_officer'],
  },
  { pattern: /^\/dinas\/acara\/:eventId/, roles: officers },
  { pattern: /^\/acara\/materi\/:materialId$/, roles: ['volunteer', ...officers] },
  { pattern: /^\/dinas\/antrean\/:applicationId$/, roles: officers },
  { pattern: /^\/dinas\/kelompok\/:groupId$/, roles: officers },
  { pattern: /^\/dinas\/kegiatan\/:activityId$/, roles: officers },
  { pattern: /^\/dinas\/pemetaan\/:mappingId/, roles: officers },
  { pattern: /^\/dinas\/koordinasi\/:threadId$/, roles: ['regency_officer', 'province_officer'] },
  { pattern: /^\/dinas\/laporan\/:reportId$/, roles: officers },
  { pattern: /^\/dinas\/mitra\/:partnerId\/ubah$/, roles: ['regency_officer'] },
  { pattern: /^\/dinas\/mitra\/:partnerId$/, roles: officers },
  { pattern: /^\/dinas\/kemitraan\/:partnershipId\/ubah$/, roles: ['regency_officer'] },
  { pattern: /^\/dinas\/kemitraan\/:partnershipId$/, roles: officers },
  { pattern: /^\/dinas\/impor\/:importId/, roles: ['regency_officer'] },
  { pattern: /^\/dinas\/rekap\/dokumen\/:publicationId/, roles: officers },
  { pattern: /^\/dinas\/penduduk\/:populationImportId/, roles: officers },
  { pattern: /^\/rekap\/:publicationId/, roles: officers },
  { pattern: /^\/dokumen\/:documentId$/, roles: ['volunteer', ...officers] },
  { pattern: /^\/tanda-daftar\/:certificateId$/, roles: ['volunteer', ...officers] },
]

const TICKET = '/acara/tiket/'

type Answer = 'shown' | 'sign in' | 'not found'

/** What an address must answer this visitor. */
function expected(path: string, access: Access, { role, side }: Visitor): Answer {
  if (path.includes('*')) return 'not found'
  // Of the links that are keys only that of a ticket is at hand here; a strange token opens nothing.
  if (path.includes(':token') && !path.startsWith(TICKET)) return 'not found'
  if (access === 'public') return 'shown'
  if (side === null) return 'sign in'
  if (access !== 'signedIn' && !(role && roleMay(role, access.can))) return 'not found'
  const record = records.find(({ pattern }) => pattern.test(path))
  if (!record) return 'shown'
  return role && record.roles.includes(role) && side === 'inside' ? 'shown' : 'not found'
}

function answerOf(status: number, location: string | null): Answer | string {
  if (status === 404) return 'not found'
  if (location?.startsWith('/masuk')) return 'sign in'
  if (status < 400) return 'shown'
  return `status ${status}`
}

const modules = import.meta.glob<Record<string, { access?: Access } | undefined>>(
  '../../app/routes/**/*.{ts,tsx}',
)
const doors = await Promise.all(
  leaves(routes).map(async ({ path, file }) => {
    const door = await modules[`../../app/${file}`]?.()
    return { path, shows: door?.loader?.access, takes: door?.action?.access }
  }),
)
const showing = doors.flatMap(({ path, shows }) => (shows ? [{ path, access: shows }] : []))
const taking = doors.flatMap(({ path, takes }) => (takes ? [{ path, access: takes }] : []))

onEachEngine('access matrix', (given) => {
  let web: Web
  let world: World
  const keys = new Map<string, { cookie: string; csrf: string }>()

  beforeAll(async () => {
    const services = given()
    world = await makeWorld(services)
    web = await serve(services)
    for (const visitor of visitors) {
      if (visitor.side === null) continue
      keys.set(visitor.name, await signIn(services, await actorFor(visitor)))
    }
  })
  afterAll(() => web.close())

  function actorFor({ role, side, name }: Visitor): Promise<Actor> | Actor {
    const services = given()
    if (role === null) return person(services, name)
    if (role === 'volunteer') return side === 'inside' ? world.inside.chair : world.outside.chair
    const at = side === 'inside' ? { province: '94', regency: '9404' } : { province: '35', regency: '3501' }
    return person(services, name, {
      role,
      provinceCode: role === 'regency_officer' || role === 'province_officer' ? at.province : null,
      regencyCode: role === 'regency_officer' ? at.regency : null,
    })
  }

  function addressOf(path: string): string {
    const {
      group,
      applicationId,
      documentId,
      certificateId,
      importId,
      activityId,
      photoId,
      mappingId,
      rowId,
      threadId,
      partnerId,
      partnershipId,
      publicationId,
      mappingImportId,
      reportId,
      populationImportId,
      eventId,
      materialId,
      ticketToken,
      certificateCode,
    } = world.inside
    const values: Record<string, string> = {
      number: path.startsWith('/verifikasi/dokumen/') ? 'R-9404-2026-0001' : group.number,
      groupId: group.id,
      applicationId,
      documentId,
      certificateId,
      importId,
      activityId,
      photoId,
      mappingId,
      rowId,
      threadId,
      partnerId,
      partnershipId,
      publicationId,
      populationImportId,
      output: 'kim',
      mappingImportId,
      reportId,
      eventId,
      materialId,
      certificateCode,
      period: 'bulan-2026-10',
      size: 'kecil',
      accountId: world.inside.chair.id,
      token: path.startsWith(TICKET) ? ticketToken : 'tidak-ada',
      code: '9404',
      format: 'csv',
    }
    return path.replace('*', 'tidak-ada').replace(/:(\w+)/g, (_all, name: string) => {
      const value = values[name]
      if (!value) throw new Error(`no sample for :${name}, add one`)
      return value
    })
  }

  test.each(showing)('$path shows itself to whom it must, and to nobody else', async ({ path, access }) => {
    const seen: Record<string, string> = {}
    for (const visitor of visitors) {
      const answer = await ask(path, visitor)
      seen[visitor.name] = answerOf(answer.status, answer.headers.get('location'))
    }
    const rule = visitors.map((visitor) => [visitor.name, expected(path, access, visitor)])
    expect(seen).toEqual(Object.fromEntries(rule))
  })

  test.each(taking)('$path takes no form from whom it must not', async ({ path, access }) => {
    for (const visitor of visitors) {
      const answer = await ask(path, visitor, { method: 'POST', body: formOf(visitor) })
      const seen = answerOf(answer.status, answer.headers.get('location'))
      expect(answer.status, visitor.name).toBeLessThan(500)
      const rule = expected(path, access, visitor)
      if (rule === 'sign in') expect([visitor.name, seen]).toEqual([visitor.name, 'sign in'])
      // An empty form is refused for its emptiness before anything is looked up, or because nothing is found.
      if (rule === 'not found') expect(['not found', 'status 422'], visitor.name).toContain(seen)
      if (visitor.side !== null && !holds(access, visitor)) {
        expect([visitor.name, seen]).toEqual([visitor.name, 'not found'])
      }
      if (path === '/keluar' && visitor.side !== null) {
        keys.set(visitor.name, await signIn(given(), await actorFor(visitor)))
      }
    }
  })

  function ask(path: string, { name }: Visitor, more: RequestInit = {}): Promise<Response> {
    const cookie = keys.get(name)?.cookie
    return fetch(web.origin + addressOf(path), {
      headers: cookie ? { cookie } : {},
      redirect: 'manual',
      ...more,
    })
  }

  function formOf({ name }: Visitor): URLSearchParams {
    return new URLSearchParams({ csrf: keys.get(name)?.csrf ?? '' })
  }
})

/** True when the role carries what the door asks for. */
function holds(access: Access, { role }: Visitor): boolean {
  return access === 'public' || access === 'signedIn' || (role !== null && roleMay(role, access.can))
}
