import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { AcceptedFile } from '~/features/documents/accept-file.server'
import { attachDocument } from '~/features/documents/attach-document.server'
import type { Contact, GroupScope, Post } from '~/features/groups/groups.schema'
import { type NewDecree, type NewGroup, registerGroup } from '~/features/groups/register-group.server'
import { withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { groupName, personName } from './names'
import { decreePaper } from './papers'
import type { Chance } from './random'
import type { World } from './world'

export interface DemoGroup {
  id: string
  number: string
  name: string
  chair: string
  villageCode: string
  regencyCode: string
}

/** Groups for each regency: about 700 in all. */
const PER_REGENCY: Record<string, number> = { '35': 16, '94': 12 }
const SPAN_DAYS = 700

const boardPosts: Post[] = [
  'ketua',
  'sekretaris',
  'bendahara',
  'pengumpulan',
  'pengolahan',
  'penyebaran',
  'anggota',
  'anggota',
  'anggota',
  'anggota',
]

/** Villages of the example, spread over every regency of Jawa Timur and Papua Tengah. */
async function chooseVillages({ store }: Services, chance: Chance): Promise<string[]> {
  const { regions } = store.tables
  const regencies = await store.read
    .select({ code: regions.code, provinceCode: regions.provinceCode })
    .from(regions)
    .where(
      and(
        eq(regions.level, 'regency'),
        inArray(regions.provinceCode, Object.keys(PER_REGENCY)),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.code))
  const chosen: string[] = []
  for (const { code, provinceCode } of regencies) {
    const villages = await store.read
      .select({ code: regions.code })
      .from(regions)
      .where(and(eq(regions.regencyCode, code), eq(regions.level, 'village')))
      .orderBy(asc(regions.code))
    for (let left = PER_REGENCY[provinceCode] ?? 0; left > 0; left--) chosen.push(chance.pick(villages).code)
  }
  return chosen
}

/**
 * Registers the groups of the example through the same use case as the office's, oldest first.
 * @param world services whose clock is moved to each day
 */
export async function makeGroups(
  world: World,
  chance: Chance,
  { today, uploadedBy }: { today: number; uploadedBy: string },
): Promise<DemoGroup[]> {
  const villages = await chooseVillages(world, chance)
  const moments = villages.map(() => today - chance.between(3, SPAN_DAYS) * DAY).sort((a, b) => a - b)
  // A fixed shuffle, so that neighbours do not register one after the other.
  const order = villages.map((code) => ({ code, key: chance.next() })).sort((a, b) => a.key - b.key)
  const made: DemoGroup[] = []
  const papers = new Map<string, Promise<AcceptedFile>>()
  // Setting a page takes longer than registering a group: those of one regency show the same one.
  const paperOf = (regencyCode: string) => {
    const paper = papers.get(regencyCode) ?? storePaper(world, regencyCode, today)
    papers.set(regencyCode, paper)
    return paper
  }
  for (const [at, { code }] of order.entries()) {
    world.at(moments[at] ?? today)
    made.push(await makeGroup(world, chance, { villageCode: code, uploadedBy, paperOf }))
  }
  return made
}

async function makeGroup(
  world: Services,
  chance: Chance,
  {
    villageCode,
    uploadedBy,
    paperOf,
  }: { villageCode: string; uploadedBy: string; paperOf: (regencyCode: string) => Promise<AcceptedFile> },
): Promise<DemoGroup> {
  const { store, clock, newId, config } = world
  const now = clock()
  const place = await findPlace({ db: store.read, tables: store.tables }, villageCode)
  if (!place) throw new Error(`no village ${villageCode}`)
  const scope: GroupScope = chance.often(0.85) ? 'village' : chance.pick(['neighbourhood', 'pkk', 'business'])
  const name = `${groupName(chance, place.village.name)}${scope === 'pkk' ? ' (PKK)' : ''}`
  const members = boardPosts
    .slice(0, chance.often(0.8) ? 10 : 6)
    .map((post) => ({ post, name: personName(chance) }))
  const decree = makeDecree(chance, localDate(now, place.zone))
  const codes = {
    provinceCode: place.province.code,
    regencyCode: place.regency.code,
    districtCode: place.district.code,
    villageCode,
  }
  const group: NewGroup = {
    ...codes,
    name,
    scope,
    foundedOn: decree.date,
    address: `Balai ${withWord(place.village)}`,
    contact: makeContact(chance, name),
    source: chance.pick(['online', 'paper', 'import']),
    members,
    decree,
  }
  const file = await paperOf(codes.regencyCode)
  const today = localDate(now, place.zone)
  const { id, number } = await store.transact(async (tx) => {
    const registered = await registerGroup(tx, group, { now, today, newId, publicUrl: config.publicUrl })
    await attachDocument(tx, {
      owner: { groupId: registered.id },
      kind: 'decree',
      file,
      uploadedBy,
      now,
      newId,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: null,
      action: 'group.registered',
      subject: { kind: 'group', id: registered.id },
      region: codes,
    })
    return registered
  })
  return { id, number, name, chair: members[0]?.name ?? '', villageCode, regencyCode: codes.regencyCode }
}

async function storePaper({ storage }: Services, regencyCode: string, today: number): Promise<AcceptedFile> {
  const paper = await decreePaper(
    {
      name: `KIM di wilayah ${regencyCode}`,
      village: 'setempat',
      chair: 'sebagaimana lampiran',
      decreeNumber: `188.45/${regencyCode}/KPTS`,
    },
    new Date(today),
  )
  return { mime: 'application/pdf', bytes: paper.length, pages: 1, sha256: await storage.put(paper) }
}

function makeDecree(chance: Chance, today: string): NewDecree {
  const date = addDays(today, -chance.between(20, 400))
  return {
    number: `188.45/${chance.between(1, 240)}/KPTS/${date.slice(0, 4)}`,
    date,
    issuerKind: chance.often(0.85) ? 'village_head' : 'camat',
    validUntil: addDays(date, chance.pick([3, 5, 5, 5]) * 365),
  }
}

function makeContact(chance: Chance, name: string): Contact {
  const handle = name.toLowerCase().replace(/[^a-z]+/g, '')
  const open = chance.often(0.6)
  return {
    channels: {
      instagram: `https://www.instagram.com/${handle}.contoh/`,
      ...(chance.often(0.5) ? { facebook: `https://www.facebook.com/${handle}.contoh` } : {}),
    },
    publicChannels: open ? ['instagram'] : [],
    publicChairName: open,
    publicAddress: open,
    publicLocation: false,
  }
}

/** Lets the worker draw the newest certificates first and the others in the background, not all in the first minute. */
export async function spreadCertificates({ store, clock }: Services): Promise<void> {
  const now = clock()
  const { jobs } = store.tables
  const waiting = await store.read
    .select({ id: jobs.id })
    .from(jobs)
    .where(eq(jobs.kind, 'certificate.render'))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
  await store.transact(async (tx) => {
    for (const [at, { id }] of waiting.entries()) {
      await tx.db
        .update(tx.tables.jobs)
        .set({ runAt: now + at * 3000 })
        .where(eq(tx.tables.jobs.id, id))
    }
  })
}
