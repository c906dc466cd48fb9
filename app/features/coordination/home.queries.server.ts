import { type Actor, may } from '~/features/identity/actor'
import { countTwiceLate } from '~/features/registration/open-work.queries.server'
import type { Services } from '~/platform/services'
import { countThreads } from './thread-counts.queries.server'

/** What an office's first page says of notes, and to who leads others of what waits too long. */
export async function coordinationHome(services: Services, actor: Actor) {
  const leads = may(actor, 'coordination.lead')
  return {
    counts: await countThreads(services, actor),
    twiceLate: leads ? await countTwiceLate(services, actor) : null,
  }
}
export type CoordinationHomeRead = Awaited<ReturnType<typeof coordinationHome>>
