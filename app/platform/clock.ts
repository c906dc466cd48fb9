/** Milliseconds since the Unix epoch, UTC. Stored as they are; shown in the zone of the place. */
export type Instant = number

/** Tells the present moment. A parameter everywhere, so that a test can set it. */
export type Clock = () => Instant

export const systemClock: Clock = () => Date.now()

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The next full hour, on which midnight falls in every zone of the country. */
export function startOfNextHour(at: Instant): Instant {
  return at - (at % HOUR) + HOUR
}
