import type { Actor, Grant } from '~/features/identity/actor'
import { grantRole } from '~/features/identity/grants.server'
import { hashPassword } from '~/features/identity/passwords.server'
import type { Role } from '~/features/identity/permissions'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'

/** The password of every account of the example. */
export const DEMO_PASSWORD = 'contoh-simpul-kim'

export interface NewAccount {
  name: string
  /** At least one of both. */
  email?: string
  phone?: string
  grant?: Partial<Grant> & { role: Role }
}

interface DemoAccount extends NewAccount {
  key: string
  email: string
  /** Shown at the start: what this account is for. */
  purpose: string
}

/** One account for each role, and a few neighbours. */
export const demoAccounts = [
  {
    key: 'admin',
    name: 'Ayu Percontohan',
    email: 'admin@contoh.id',
    purpose: 'pengelola portal',
    grant: { role: 'admin' },
  },
  {
    key: 'national',
    name: 'Bagus Percontohan',
    email: 'nasional@contoh.id',
    purpose: 'petugas nasional',
    grant: { role: 'national_officer' },
  },
  {
    key: 'registrar',
    name: 'Citra Percontohan',
    email: 'registrar@contoh.id',
    purpose: 'pengelola nama kim.id',
    grant: { role: 'registrar' },
  },
  {
    key: 'papuaTengah',
    name: 'Dorkas Percontohan',
    email: 'papuatengah@contoh.id',
    purpose: 'petugas Provinsi Papua Tengah',
    grant: { role: 'province_officer', provinceCode: '94' },
  },
  {
    key: 'jatim',
    name: 'Eko Percontohan',
    email: 'jatim@contoh.id',
    purpose: 'petugas Provinsi Jawa Timur',
    grant: { role: 'province_officer', provinceCode: '35' },
  },
  {
    key: 'mimika',
    name: 'Fransina Percontohan',
    email: 'mimika@contoh.id',
    purpose: 'petugas Kabupaten Mimika',
    grant: { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
  },
  {
    key: 'mimikaSecond',
    name: 'Gerson Percontohan',
    email: 'mimika2@contoh.id',
    purpose: 'petugas kedua Kabupaten Mimika',
    grant: { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
  },
  {
    key: 'pacitan',
    name: 'Hesti Percontohan',
    email: 'pacitan@contoh.id',
    purpose: 'petugas Kabupaten Pacitan',
    grant: { role: 'regency_officer', provinceCode: '35', regencyCode: '3501' },
  },
  { key: 'chair', name: 'Ida Contoh', email: 'ketua@contoh.id', purpose: 'ketua KIM di Mimika' },
  {
    key: 'villager',
    name: 'Jefri Contoh',
    email: 'warga@contoh.id',
    purpose: 'warga yang sedang mendaftarkan KIM',
  },
  {
    key: 'neighbour',
    name: 'Kristin Contoh',
    email: 'tetangga@contoh.id',
    purpose: 'pemohon lain di Mimika',
  },
] as const satisfies readonly DemoAccount[]

/** Opened with the reports, for the group that has one to send. */
export const secretaryAccount = {
  name: 'Lukas Contoh',
  email: 'sekretaris@contoh.id',
  purpose: 'sekretaris KIM di Mimika yang harus melapor',
}

export type DemoActors = Record<(typeof demoAccounts)[number]['key'], Actor>

/** Makes accounts with the one password of the example. */
export async function openAccounts({ store, clock, newId }: Services) {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return (account: NewAccount): Promise<Actor> =>
    store.transact(async (tx) => {
      const now = clock()
      const { name, email = null, phone = null, grant } = account
      const id = newId()
      await tx.db
        .insert(tx.tables.accounts)
        .values({ id, name, nameKey: searchKey(name), email, phone, passwordHash, createdAt: now })
      const grants: Grant[] = grant
        ? [{ provinceCode: null, regencyCode: null, groupId: null, post: null, ...grant }]
        : []
      for (const held of grants)
        await grantRole(tx, { accountId: id, ...held, grantedBy: null }, { now, newId })
      return { id, name, email, phone, sessionId: 'demo', grants }
    })
}

/** The people that the guide names, by their key. */
export async function openNamedAccounts(open: (account: NewAccount) => Promise<Actor>): Promise<DemoActors> {
  const actors: [string, Actor][] = []
  for (const account of demoAccounts) actors.push([account.key, await open(account)])
  return Object.fromEntries(actors) as DemoActors
}
