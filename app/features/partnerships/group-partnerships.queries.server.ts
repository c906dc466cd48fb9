import { desc, eq } from 'drizzle-orm'
import { nameOffices } from '~/features/coordination/office-names.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import type { Services } from '~/platform/services'

/** What a group knows of the partnerships that it is party to, the latest first: what binds both, not the money. */
export async function partnershipsOfGroup({ store }: Pick<Services, 'store'>, groupId: string) {
  const { partnerships } = store.tables
  const rows = await store.read
    .select({
      id: partnerships.id,
      title: partnerships.title,
      kind: partnerships.kind,
      number: partnerships.number,
      status: partnerships.status,
      startsOn: partnerships.startsOn,
      endsOn: partnerships.endsOn,
      scope: partnerships.scope,
      officeDuties: partnerships.officeDuties,
      partnerDuties: partnerships.partnerDuties,
      provinceCode: partnerships.provinceCode,
      regencyCode: partnerships.regencyCode,
    })
    .from(partnerships)
    .where(eq(partnerships.groupId, groupId))
    .orderBy(desc(partnerships.startsOn), desc(partnerships.id))
  const names = await nameOffices({ db: store.read, tables: store.tables }, rows.map(officeOf))
  return rows.map(({ provinceCode, regencyCode, ...row }) => ({
    ...row,
    office: names.get(officeOf({ provinceCode, regencyCode })) ?? '',
  }))
}
export type GroupPartnership = Awaited<ReturnType<typeof partnershipsOfGroup>>[number]
