import { remindOfWaiting } from '~/features/activities/remind-waiting.server'
import { renderCertificate } from '~/features/certificates/render-certificate.server'
import { remindOfOverdueNotes } from '~/features/coordination/remind-overdue.server'
import { recountCoverage } from '~/features/coverage/rebuild-coverage.server'
import { remindOfDecisions } from '~/features/events/remind-decisions.server'
import { renderAttendance } from '~/features/events/render-attendance.server'
import { endSuspensions } from '~/features/groups/end-suspensions.server'
import { remindOfDecrees } from '~/features/groups/remind-decrees.server'
import { sweepIdentity } from '~/features/identity/sweep.server'
import { applyList } from '~/features/mapping/apply-list.server'
import { checkList } from '~/features/mapping/check-list.server'
import { removeListFile } from '~/features/mapping/list-file.server'
import { drawDocument } from '~/features/mapping/render-document.server'
import { sendMessage } from '~/features/notifications/send-message.server'
import { followPartnershipCalendar } from '~/features/partnerships/follow-calendar.server'
import { remindOfPartnerships } from '~/features/partnerships/remind-partnerships.server'
import { buildPublication } from '~/features/publications/build-publication.server'
import { remindOfReports } from '~/features/reporting/remind-reports.server'
import type { ScheduledJob } from '~/platform/jobs/scheduled'
import { type JobHandlers, patient } from '~/platform/jobs/worker'

/** Every kind of work done after a change has committed, or when the calendar brings it. */
export const jobHandlers: JobHandlers = {
  'mail.send': sendMessage,
  'groups.endSuspensions': endSuspensions,
  'groups.remindOfDecrees': remindOfDecrees,
  'activities.remindOfWaiting': remindOfWaiting,
  'partnerships.followCalendar': followPartnershipCalendar,
  'partnerships.remind': remindOfPartnerships,
  'reports.remind': remindOfReports,
  'coordination.remindOfOverdue': remindOfOverdueNotes,
  // An import, and the example, bring hundreds at once.
  'certificate.render': patient(renderCertificate),
  'events.renderCertificates': renderAttendance,
  'events.remindOfDecisions': remindOfDecisions,
  'identity.sweep': sweepIdentity,
  'coverage.recount': recountCoverage,
  'publication.make': buildPublication,
  'mapping.checkList': checkList,
  'mapping.applyList': applyList,
  'mapping.removeListFile': removeListFile,
  'mapping.drawDocument': drawDocument,
}

/** What the calendar brings; each kind has its handler above. */
export const scheduledJobs: ScheduledJob[] = [
  // Midnight comes to each zone at a full UTC hour.
  { kind: 'groups.endSuspensions', every: 'hour' },
  { kind: 'groups.remindOfDecrees', every: 'day' },
  { kind: 'activities.remindOfWaiting', every: 'day' },
  { kind: 'partnerships.followCalendar', every: 'hour' },
  { kind: 'partnerships.remind', every: 'day' },
  { kind: 'events.remindOfDecisions', every: 'day' },
  { kind: 'reports.remind', every: 'day' },
  { kind: 'coordination.remindOfOverdue', every: 'day' },
  { kind: 'identity.sweep', every: 'hour' },
]
