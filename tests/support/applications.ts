import { and, asc, eq } from 'drizzle-orm'
import type { Answers } from '~/features/registration/registration.schema'
import type { ApplicationStatus } from '~/features/registration/registration.state'
import { searchKey } from '~/platform/text'
import type { TestServices } from './services'

/** The first villages of a regency, as code columns. */
export async function villagesOf({ store }: TestServices, regencyCode: string, many: number) {
  const { regions } = store.tables
  const rows = await store.read
    .select()
    .from(regions)
    .where(and(eq(regions.regencyCode, regencyCode), eq(regions.level, 'village')))
    .orderBy(asc(regions.code))
    .limit(many)
  if (rows.length < many) throw new Error(`only ${rows.length} villages in ${regencyCode}`)
  return rows.map(({ code }) => ({
    provinceCode: code.slice(0, 2),
    regencyCode: code.slice(0, 4),
    districtCode: code.slice(0, 6),
    villageCode: code,
  }))
}

export function completeAnswers(decreeNumber = '140/07/2026'): Answers {
  return {
    identity: { scope: 'village', foundedOn: '2026-03-01', address: 'Balai kampung' },
    formation: {
      meetingOn: '2026-03-01',
      decreeNumber,
      decreeDate: '2026-03-10',
      decreeIssuerKind: 'village_head',
      decreeIssuerName: 'Kepala Kampung',
      decreeValidUntil: '2029-03-09',
    },
    board: {
      members: [
        { name: 'Yohana Contoh', post: 'ketua' },
        { name: 'Markus Contoh', post: 'sekretaris' },
        { name: 'Siti Contoh', post: 'bendahara' },
      ],
      adultsAttested: true,
    },
    contact: {
      channels: { whatsapp: '+6281200000001' },
      publicChannels: ['whatsapp'],
      publicChairName: true,
      publicAddress: false,
      publicLocation: false,
    },
  }
}

interface Given {
  at: Awaited<ReturnType<typeof villagesOf>>[number]
  by: { id: string }
  status?: ApplicationStatus
  groupName?: string
  source?: 'online' | 'paper'
  answers?: Answers
  assignedTo?: string
  submittedAt?: number | null
  dueAt?: number
}

/** Writes an application as the forms would leave it; answers its id and version. */
export async function application(
  { store, newId, now }: TestServices,
  { at, by, status = 'under_review', groupName = 'KIM Contoh', source = 'online', answers, ...rest }: Given,
): Promise<{ applicationId: string; expectedVersion: number }> {
  const id = newId()
  await store.transact(async ({ db, tables }) => {
    await db.insert(tables.applications).values({
      id,
      reference: `U${id.slice(-10).toUpperCase()}`,
      status,
      source,
      groupName,
      nameKey: searchKey(groupName),
      answers: answers ?? completeAnswers(id),
      createdBy: by.id,
      createdAt: now,
      updatedAt: now,
      submittedBy: by.id,
      submittedAt: now,
      ...at,
      ...rest,
    })
  })
  return { applicationId: id, expectedVersion: 1 }
}
