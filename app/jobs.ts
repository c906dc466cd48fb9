import { sendMessage } from '~/features/notifications/send-message.server'
import type { ScheduledJob } from '~/platform/jobs/scheduled'
import type { JobHandlers } from '~/platform/jobs/worker'

/** Every kind of work done after a change has committed, or when the calendar brings it. */
export const jobHandlers: JobHandlers = {
  'mail.send': sendMessage,
}

/** What the calendar brings; each kind has its handler above. */
export const scheduledJobs: ScheduledJob[] = []
