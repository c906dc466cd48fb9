import { sendMessage } from '~/features/notifications/send-message.server'
import type { JobHandlers } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'

/** Every kind of work done after a change has committed. */
export const jobHandlers: JobHandlers = {
  'mail.send': sendMessage,
}

/** Asks for the work that the calendar brings; each slot has one id, so that several processes plan it once. */
export async function planScheduledJobs(_services: Services): Promise<void> {
  // The first scheduled jobs come with the features that need them.
}
