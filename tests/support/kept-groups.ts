import { and, eq, isNull } from 'drizzle-orm'
import PDFDocument from 'pdfkit'
import { type NewDecree, registerGroup } from '~/features/groups/register-group.server'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import { person } from './people'
import type { TestServices } from './services'
import { codesOf } from './world'

interface Given {
  name?: string
  villageCode?: string
  decree?: NewDecree | null
  /** Without an account: entered from paper or imported. */
  chairHasAccount?: boolean
}

/** A registered group with a chair, a secretary and a treasurer. Its village is Kaugapu in Kabupaten Mimika. */
export async function aGroup(
  services: TestServices,
  { name = 'KIM Contoh', villageCode = '9404011003', decree = null, chairHasAccount = true }: Given = {},
): Promise<{ id: string; number: string; chair: Actor }> {
  const { store, now, newId, config } = services
  const group = await store.transact((tx) =>
    registerGroup(
      tx,
      {
        ...codesOf(villageCode),
        name,
        scope: 'village',
        source: chairHasAccount ? 'online' : 'paper',
        contact: {
          channels: {},
          publicChannels: [],
          publicChairName: true,
          publicAddress: false,
          publicLocation: false,
        },
        members: [
          { name: 'Yohana Contoh', post: 'ketua' },
          { name: 'Markus Contoh', post: 'sekretaris' },
          { name: 'Siti Contoh', post: 'bendahara' },
        ],
        decree,
      },
      { now, today: localDate(now, 'WIT'), newId, publicUrl: config.publicUrl },
    ),
  )
  const chair = chairHasAccount
    ? await person(services, 'Yohana Contoh', { role: 'volunteer', groupId: group.id, post: 'ketua' })
    : await person(services, 'Yohana Contoh')
  return { ...group, chair }
}

/** The actor with the grants of this moment. */
export async function again({ store }: TestServices, actor: Actor): Promise<Actor> {
  const { grants } = store.tables
  const held = await store.read
    .select()
    .from(grants)
    .where(and(eq(grants.accountId, actor.id), isNull(grants.revokedAt)))
  return { ...actor, grants: held }
}

/** The stored row of a group. */
export async function groupRow({ store }: TestServices, groupId: string) {
  const [group] = await store.read
    .select()
    .from(store.tables.groups)
    .where(eq(store.tables.groups.id, groupId))
  if (!group) throw new Error(`no group ${groupId}`)
  return group
}

/** What the roll-ups say of a region. */
export async function countsOf({ store }: TestServices, regionCode: string) {
  const { regionRollups } = store.tables
  const [row] = await store.read.select().from(regionRollups).where(eq(regionRollups.regionCode, regionCode))
  return {
    registered: row?.registeredGroups ?? 0,
    suspended: row?.suspendedGroups ?? 0,
    closed: row?.closedGroups ?? 0,
    villages: row?.villagesWithGroup ?? 0,
  }
}

/** A real PDF of one page, as a browser would send it. */
export async function aPdf(text: string, name = 'sk.pdf'): Promise<File> {
  const document = new PDFDocument()
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => document.on('end', resolve))
  document.text(text)
  document.end()
  await ended
  return new File([new Uint8Array(Buffer.concat(chunks))], name, { type: 'application/pdf' })
}
