import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  { pattern: /^\/dinas\/antrean\/:applicationId$/, roles: officers },
  { pattern: /^\/dinas\/kelompok\/:groupId$/, roles: officers },
  { pattern: /^\/dinas\/impor\/:importId$/, roles: ['regency_officer'] },
  { pattern: /^\/dokumen\/:documentId$/, roles: ['volunteer', ...officers] },
  { pattern: /^\/tanda-daftar\/:certificateId$/, roles: ['volunteer', ...officers] },
]

type Answer = 'shown' | 'sign in' | 'not found'

/** What an address must answer this visitor. */
function expected(path: string, access: Access, { role, side }: Visitor): Answer {
  if (path.includes('*') || path.includes(':token')) return 'not found'
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
const doors = leaves(routes)

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
    const { group, applicationId, documentId, certificateId, importId } = world.inside
    const values: Record<string, string> = {
      number: group.number,
      groupId: group.id,
      applicationId,
      documentId,
      certificateId,
      importId,
      accountId: world.inside.chair.id,
      token: 'tidak-ada',
      code: '9404',
      format: 'csv',
    }
    return path.replace('*', 'tidak-ada').replace(/:(\w+)/g, (_all, name: string) => {
      const value = values[name]
      if (!value) throw new Error(`no sample for :${name}, add one`)
      return value
    })
  }

  describe.each(doors)('$path', ({ path, file }) => {
    test.each(visitors)('asked by $name', async (visitor) => {
      const module = await modules[`../../app/${file}`]?.()
      const access = module?.loader?.access
      if (!access) return expect(module?.action?.access).toBeDefined()
      const headers: Record<string, string> = keys.has(visitor.name)
        ? { cookie: keys.get(visitor.name)?.cookie ?? '' }
        : {}
      const answer = await fetch(web.origin + addressOf(path), { headers, redirect: 'manual' })
      expect(answerOf(answer.status, answer.headers.get('location'))).toBe(expected(path, access, visitor))
    })

    test.each(visitors)('sent an empty form by $name', async (visitor) => {
      const module = await modules[`../../app/${file}`]?.()
      const access = module?.action?.access
      if (!access) return
      const key = keys.get(visitor.name)
      const answer = await fetch(web.origin + addressOf(path), {
        method: 'POST',
        headers: key ? { cookie: key.cookie } : {},
        body: new URLSearchParams({ csrf: key?.csrf ?? '' }),
        redirect: 'manual',
      })
      const rule = expected(path, access, visitor)
      const seen = answerOf(answer.status, answer.headers.get('location'))
      expect(answer.status).toBeLessThan(500)
      if (rule === 'sign in') expect(seen).toBe('sign in')
      // Signing out needs no more than the token; every other empty form changes nothing.
      if (rule === 'not found') expect(['not found', 'status 422']).toContain(seen)
      const holdsPermission =
        access === 'public' || access === 'signedIn' || (visitor.role && roleMay(visitor.role, access.can))
      if (visitor.side !== null && !holdsPermission) expect(seen).toBe('not found')
      if (path === '/keluar' && key) {
        keys.set(visitor.name, await signIn(given(), await actorFor(visitor)))
      }
    })
  })
})
