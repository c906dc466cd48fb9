import { and, desc, eq, inArray } from 'drizzle-orm'
import { nameOffices } from '~/features/coordination/office-names.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import type { Services } from '~/platform/services'
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
