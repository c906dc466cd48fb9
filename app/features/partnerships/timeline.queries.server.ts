import { asc, eq } from 'drizzle-orm'
import { eventsUnder } from '~/features/events/event-partnership.server'
import { localDate, startOfDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { formatDate } from '~/ui/format'
import type { Reading } from './find-partnership.server'
import { partnershipStatusWords } from './partnerships.messages'

export interface Happening {
  key: string
  at: Instant
  title: string
  /** Null for what the calendar did. */
  who: string | null
  note: string | null
  /** A day without an hour. */
  day: string | null
}

/** What happened to a partnership and under it, newest first. */
export async function timelineOf({ db, tables }: Reading, partnershipId: string): Promise<Happening[]> {
  const { partnershipSteps, partnershipReminders, partnershipAssessments, accounts } = tables
  const { documents, partnershipActivities, activities } = tables
  const [steps, reminders, assessments, files, linked, events] = await Promise.all([
    db
      .select({ step: partnershipSteps, who: accounts.name })
      .from(partnershipSteps)
      .leftJoin(accounts, eq(accounts.id, partnershipSteps.byAccount))
      .where(eq(partnershipSteps.partnershipId, partnershipId))
      .orderBy(asc(partnershipSteps.at), asc(partnershipSteps.id)),
    db.select().from(partnershipReminders).where(eq(partnershipReminders.partnershipId, partnershipId)),
    db
      .select({ assessment: partnershipAssessments, who: accounts.name })
      .from(partnershipAssessments)
      .innerJoin(accounts, eq(accounts.id, partnershipAssessments.savedBy))
      .where(eq(partnershipAssessments.partnershipId, partnershipId)),
    db
      .select({ id: documents.id, at: documents.uploadedAt, who: accounts.name })
      .from(documents)
      .innerJoin(accounts, eq(accounts.id, documents.uploadedBy))
      .where(eq(documents.partnershipId, partnershipId)),
    db
      .select({
        id: activities.id,
        title: activities.title,
        day: activities.localDate,
        zone: activities.zone,
      })
      .from(partnershipActivities)
      .innerJoin(activities, eq(activities.id, partnershipActivities.activityId))
      .where(eq(partnershipActivities.partnershipId, partnershipId)),
    eventsUnder({ db, tables }, partnershipId),
  ])
  const held = events.filter(({ status }) => status === 'held' || status === 'closed')
  const happenings: Happening[] = [
    ...steps.map(({ step, who }) => ({
      key: step.id,
      at: step.at,
      title: partnershipStatusWords[step.status].label,
      who,
      note: step.reason,
      day: null,
    })),
    ...reminders.map(({ daysBefore, endsOn, remindedAt }) => ({
      key: `ingat ${endsOn} ${daysBefore}`,
      at: remindedAt,
      title: `Dinas diingatkan, ${daysBefore} hari sebelum ${formatDate(endsOn)}`,
      who: null,
      note: null,
      day: null,
    })),
    ...assessments.map(({ assessment: { year, version, savedAt }, who }) => ({
      key: `nilai ${year} ${version}`,
      at: savedAt,
      title: `Penilaian ${year}${version > 1 ? `, perbaikan ke-${version - 1}` : ''}`,
      who,
      note: null,
      day: null,
    })),
    ...files.map(({ id, at, who }) => ({
      key: id,
      at,
      title: 'Naskah diunggah',
      who,
      note: null,
      day: null,
    })),
    ...linked.map(({ id, title, day, zone }) => ({
      key: id,
      at: startOfDate(day, zone),
      title: `Kegiatan: ${title}`,
      who: null,
      note: null,
      day,
    })),
    ...held.map(({ id, title, startsAt, zone }) => ({
      key: id,
      at: startsAt,
      title: `Acara: ${title}`,
      who: null,
      note: null,
      day: localDate(startsAt, zone),
    })),
  ]
  // Of things of one moment the later written stands first.
  return happenings.reverse().sort((a, b) => b.at - a.at)
}
