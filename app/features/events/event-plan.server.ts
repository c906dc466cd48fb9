import { fullName, type RegionName } from '~/features/regions/places'
import { searchRegions } from '~/features/regions/search-regions.server'
import { addDays, startOfDate, type Zone } from '~/platform/calendar'
import { DAY, HOUR, type Instant, MINUTE } from '~/platform/clock'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { villageUnclear } from './events.errors'
import type { EventKind } from './events.kinds'
import type { EventFormValue } from './events.schema'

/** What an office plans, as it is stored. */
export interface EventPlan {
  kind: EventKind
  title: string
  purpose: string
  venue: string | null
  placeCode: string | null
  onlineUrl: string | null
  zone: Zone
  startsAt: Instant
  endsAt: Instant
  replyUntil: Instant
  capacity: number | null
  topics: string[]
  /** Checked where it is stored: the office must be known. */
  partnershipId: string | null
}

const LONGEST = 14 * DAY
const VILLAGES_OFFERED = 6

function moment(date: string, time: string, zone: Zone): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDate(date, zone) + hours * HOUR + minutes * MINUTE
}

function refuse(code: string, field: string, words: string): AppError {
  return new AppError(code, 422, words, field)
}

/**
 * What the form told, with moments instead of dates and times, and with the village that was meant.
 * @throws event_without_place, event_ends_first, event_too_long, reply_too_late 422; village_unclear with choices
 */
export async function planFrom(
  services: Pick<Services, 'store'>,
  value: Omit<EventFormValue, 'version'>,
): Promise<EventPlan> {
  const { zone, startDate, startTime, endDate, endTime, replyDate } = value
  if (!value.venue && !value.onlineUrl) {
    throw refuse('event_without_place', 'venue', 'Tulis tempatnya, atau tautan rapat daring, atau keduanya.')
  }
  const startsAt = moment(startDate, startTime, zone)
  const endsAt = moment(endDate ?? startDate, endTime, zone)
  if (endsAt <= startsAt) {
    throw refuse('event_ends_first', 'endTime', 'Acara selesai sebelum mulai. Periksa tanggal dan jamnya.')
  }
  if (endsAt - startsAt > LONGEST) {
    throw refuse('event_too_long', 'endDate', 'Acara paling lama 14 hari. Periksa tanggal selesainya.')
  }
  // Answers come until the end of the day that was named, or of the day before the event.
  const replyUntil = replyDate ? startOfDate(addDays(replyDate, 1), zone) : startOfDate(startDate, zone)
  if (replyUntil > endsAt) {
    throw refuse(
      'reply_too_late',
      'replyDate',
      'Batas menjawab jatuh sesudah acara. Pilih tanggal lebih awal.',
    )
  }
  return {
    kind: value.kind,
    title: value.title,
    purpose: value.purpose,
    venue: value.venue ?? null,
    placeCode: value.village ? (await villageMeant(services, value.village, value.villageCode)).code : null,
    onlineUrl: value.onlineUrl ?? null,
    zone,
    startsAt,
    endsAt,
    replyUntil,
    capacity: value.capacity ?? null,
    topics: [...value.topics].sort(),
    partnershipId: value.partnershipId ?? null,
  }
}

async function villageMeant(
  services: Pick<Services, 'store'>,
  typed: string,
  code: string | undefined,
): Promise<RegionName> {
  const villages = await searchRegions(services, typed, { levels: ['village'], limit: VILLAGES_OFFERED })
  const meant =
    villages.find((village) => village.code === code) ?? (villages.length === 1 ? villages[0] : null)
  if (meant) return meant
  throw villageUnclear(villages.map((village) => ({ value: village.code, label: fullName(village) })))
}
