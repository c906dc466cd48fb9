import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { officeName, placeWords } from '~/features/regions/places'
import { settingAt } from '~/features/settings/settings.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { mayChange, mayWithdraw } from './applicant.policy'
import { readOwnApplication } from './find-application.server'
import { progressOf, readyToSend } from './progress'
import { reviewItems } from './registration.schema'
import { isEditable } from './registration.state'

/**
 * Everything that the pages of one application show to who fills it in.
 * @throws notFound for an unknown one and for someone else's alike
 */
export async function applicationScreen(services: Services, actor: Actor, applicationId: string) {
  const { application, place, verdicts, documents, events } = await readOwnApplication(
    services,
    actor,
    applicationId,
  )
  const { status, answers } = application
  const now = services.clock()
  const today = localDate(now, place.zone)
  const reading = { db: services.store.read, tables: services.store.tables }
  const steps = progressOf({ status, answers, documents: documents.map(({ kind }) => kind), verdicts })
  return {
    id: application.id,
    version: application.version,
    reference: application.reference,
    groupName: application.groupName,
    status,
    paper: application.source === 'paper',
    answers,
    villageCode: application.villageCode,
    regencyCode: application.regencyCode,
    place: placeWords(place),
    office: officeName(place.regency),
    zone: place.zone,
    now,
    today,
    submittedAt: application.submittedAt,
    dueAt: application.dueAt,
    decisionReason: application.decisionReason,
    groupId: application.groupId,
    documents,
    events: [...events].reverse(),
    steps,
    ready: readyToSend(steps),
    editable: isEditable(status),
    /** What may be changed now. */
    open: reviewItems.filter((item) => mayChange(status, verdicts, item).allowed),
    mayWithdraw: mayWithdraw(status),
    minimumMembers: await settingAt(reading, 'minimumMembers', application, today),
  }
}

export type ApplicationScreen = Awaited<ReturnType<typeof applicationScreen>>

/** Paper applications of one's own office that are still being typed in, oldest first. */
export async function openPaperApplications({ store }: Services, regencyCodes: string[]) {
  const { applications } = store.tables
  const [regencyCode = ''] = regencyCodes
  return store.read
    .select({ id: applications.id, groupName: applications.groupName, updatedAt: applications.updatedAt })
    .from(applications)
    .where(
      and(
        eq(applications.regencyCode, regencyCode),
        eq(applications.status, 'draft'),
        eq(applications.source, 'paper'),
      ),
    )
    .orderBy(asc(applications.updatedAt))
    .limit(50)
}

/** Registered groups of a village, shown before another one is entered. */
export async function groupsOfVillage({ store }: Services, villageCode: string) {
  const { groups } = store.tables
  return store.read
    .select({ name: groups.name, number: groups.number, status: groups.status })
    .from(groups)
    .where(eq(groups.villageCode, villageCode))
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .limit(20)
}
