import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { nameOffices } from '~/features/coordination/office-names.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { NATION } from '~/features/regions/places'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import type { Reading } from './find-partnership.server'
import type { PartnershipKind } from './partnerships.schema'

/** What everyone may know of a partnership: no contact, no paper, no money. */
export interface PublicPartnership {
  id: string
  title: string
  kind: PartnershipKind
  office: string
  startsOn: string
  endsOn: string | null
}

/** The partnerships of a group that are in force and that their offices show to everyone, the latest first. */
export async function publicPartnershipsOf(
  { store }: Pick<Services, 'store'>,
  groupNumber: string,
): Promise<PublicPartnership[]> {
  const { partnerships, groups } = store.tables
  const rows = await store.read
    .select({
      id: partnerships.id,
      title: partnerships.title,
      kind: partnerships.kind,
      startsOn: partnerships.startsOn,
      endsOn: partnerships.endsOn,
      provinceCode: partnerships.provinceCode,
      regencyCode: partnerships.regencyCode,
    })
    .from(partnerships)
    .innerJoin(groups, eq(groups.id, partnerships.groupId))
    .where(
      and(
        eq(groups.number, groupNumber),
        eq(partnerships.isPublic, true),
        inArray(partnerships.status, ['active', 'ending']),
      ),
    )
    .orderBy(desc(partnerships.startsOn), desc(partnerships.id))
  if (rows.length === 0) return []
  const names = await nameOffices({ db: store.read, tables: store.tables }, rows.map(officeOf))
  return rows.map(({ provinceCode, regencyCode, ...row }) => ({
    ...row,
    office: names.get(officeOf({ provinceCode, regencyCode })) ?? '',
  }))
}

/** A partnership in force as a list for everyone has it: its office, and the rest where the office shows it. */
export interface ListedPartnership {
  id: string
  office: string
  shown: {
    title: string
    kind: PartnershipKind
    startsOn: string
    endsOn: string | null
    /** Other partners are not named: they have no page of their own either. */
    group: { name: string; number: string } | null
  } | null
}

/** The partnerships that `partnershipsInForce` counts in a region, the latest first. */
export async function partnershipsListed(
  reading: Reading,
  code: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<ListedPartnership[]> {
  const { partnerships, groups } = reading.tables
  const rows = await reading.db
    .select({ partnership: partnerships, name: groups.name, number: groups.number })
    .from(partnerships)
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(and(countedIn(reading.tables, code), inArray(partnerships.status, ['active', 'ending'])))
    .orderBy(desc(partnerships.startsOn), desc(partnerships.id))
    .offset(offset)
    .limit(limit)
  if (rows.length === 0) return []
  const names = await nameOffices(
    reading,
    rows.map(({ partnership }) => officeOf(partnership)),
  )
  return rows.map(({ partnership, name, number }) => {
    const { id, isPublic, title, kind, startsOn, endsOn } = partnership
    const group = name && number ? { name, number } : null
    return {
      id,
      office: names.get(officeOf(partnership)) ?? '',
      shown: isPublic ? { title, kind, startsOn, endsOn, group } : null,
    }
  })
}

/** As the roll-up counts them. */
function countedIn({ partnerships }: Tables, code: string): SQL | undefined {
  if (code === NATION) return undefined
  if (code.length === 2) return eq(partnerships.provinceCode, code)
  return eq(code.length === 4 ? partnerships.regencyCode : partnerships.districtCode, code)
}
