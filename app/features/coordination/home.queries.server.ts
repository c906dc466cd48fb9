import { type Actor, may } from '~/features/identity/actor'
import { countTwiceLate } from '~/features/registration/open-work.queries.server'
import type { Services } from '~/platform/services'
import { boardFrame, readDuties, regionsBelow } from './board.queries.server'
import { lacksMapping, reportsUnderHalf } from './board-filters'
import { countThreads } from './thread-counts.queries.server'

/** What an office's first page says of notes, and to who leads others of what needs attention there. */
export async function coordinationHome(services: Services, actor: Actor) {
  return {
    counts: await countThreads(services, actor),
    attention: may(actor, 'coordination.lead') ? await attentionOf(services, actor) : null,
  }
}
export type CoordinationHomeRead = Awaited<ReturnType<typeof coordinationHome>>

/** The parts of the board that say where to look first, each as long as the board narrowed to it. */
async function attentionOf(services: Services, actor: Actor) {
  const { region, today } = await boardFrame(services, actor, undefined)
  const { regions, words } = await regionsBelow(services, region.code)
  const codes = regions.map(({ code }) => code)
  const [duties, twiceLate] = await Promise.all([
    readDuties(services, codes, today),
    countTwiceLate(services, actor),
  ])
  const rows = codes.map((code) => duties.of([code]))
  return {
    belowWords: words,
    twiceLate,
    unmapped: rows.filter(lacksMapping).length,
    underHalf: rows.filter(reportsUnderHalf).length,
  }
}
