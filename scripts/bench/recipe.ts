import type { ActivityFunction, Channel } from '~/features/activities/activities.schema'
import { activityFunctions, channels } from '~/features/activities/activities.schema'
import type { ActivityStatus } from '~/features/activities/activities.state'
import type { GroupStatus } from '~/features/groups/groups.state'
import { addDays } from '~/platform/calendar'
import { type Chance, seededChance } from '../demo-data/random'

/** How much the bench makes; a group in each chosen village. */
export interface Size {
  name: string
  groups: number
  activities: number
}

/**
 * Change it with the recipe and with migrations that give the rows of the recipe another meaning: databases made by an
 * older one are made anew. Other migrations are caught up with.
 */
export const RECIPE = 5

const DAYS = 730
const ASLEEP_AFTER = 180

export interface PlannedGroup {
  id: string
  villageCode: string
  name: string
  status: GroupStatus
  registeredOn: string
  /** How many activities it has, and the latest day on which one may lie. */
  activities: number
  lastOn: string
}

export interface PlannedActivity {
  groupId: string
  villageCode: string
  localDate: string
  status: ActivityStatus
  title: string
  topicCode: string
  functions: ActivityFunction[]
  channel: Channel
  reach: number
}

const names = ['Mekar', 'Sinar', 'Warta', 'Suara', 'Cahaya', 'Harapan', 'Karya', 'Gema', 'Bina', 'Citra']
const titles = [
  'Penyuluhan di balai desa',
  'Siaran radio komunitas',
  'Menempel poster jadwal posyandu',
  'Membagikan kabar layanan di grup warga',
  'Rembuk warga tentang jalan rusak',
]

/** An id of the UUIDv7 shape, in the order of making. */
export function countedId(kind: number, count: number): string {
  const hex = count.toString(16).padStart(12, '0')
  return `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${hex}`
}

/**
 * Plans the groups: one in each of evenly spread villages, two thirds of them asleep as in real life, and a few
 * with most of the activities. The same villages, size and day give the same plan.
 */
export function planGroups(
  villages: { code: string; name: string }[],
  size: Size,
  today: string,
): PlannedGroup[] {
  const chance = seededChance(20_261_122)
  const count = Math.min(size.groups, villages.length)
  const weights = Array.from({ length: count }, () => {
    const awake = chance.often(1 / 3)
    return { awake, weight: awake ? 1 + 6 * chance.next() ** 3 : chance.often(0.25) ? 0 : chance.next() }
  })
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  let weighed = 0
  let given = 0
  return weights.map(({ awake, weight }, at) => {
    const village = villages[Math.floor((at * villages.length) / count)]
    if (!village) throw new Error('there are fewer villages than groups')
    weighed += weight
    const upTo = Math.round((weighed / whole) * size.activities)
    const activities = upTo - given
    given = upTo
    const kind = chance.next()
    return {
      id: countedId(1, at),
      villageCode: village.code,
      name: `KIM ${chance.pick(names)} ${village.name}`,
      status: kind < 0.94 ? 'registered' : kind < 0.98 ? 'suspended' : 'closed',
      registeredOn: addDays(today, -DAYS - chance.between(0, 365)),
      activities,
      lastOn: awake ? today : addDays(today, -chance.between(ASLEEP_AFTER + 1, DAYS - 30)),
    }
  })
}

/** Plans the activities of one group, spread over the two years up to its last day; most are confirmed. */
export function* planActivities(
  { id: groupId, villageCode, activities, lastOn }: PlannedGroup,
  { chance, topics, today }: { chance: Chance; topics: string[]; today: string },
): Generator<PlannedActivity> {
  const beginning = addDays(today, -DAYS)
  const days = Math.max(1, Math.round((Date.parse(lastOn) - Date.parse(beginning)) / 86_400_000))
  for (let nth = 0; nth < activities; nth++) {
    const ago = nth === 0 ? 0 : chance.between(0, days)
    const localDate = addDays(lastOn, -ago)
    const main = chance.pick(activityFunctions)
    const other = chance.pick(activityFunctions)
    yield {
      groupId,
      villageCode,
      localDate,
      status: statusOf(localDate, today, chance),
      title: chance.pick(titles),
      topicCode: chance.pick(topics),
      functions: other === main || chance.often(0.6) ? [main] : [main, other],
      channel: chance.pick(channels),
      reach: chance.between(5, 400),
    }
  }
}

function statusOf(localDate: string, today: string, chance: Chance): ActivityStatus {
  if (localDate > addDays(today, -30) && chance.often(0.5)) return 'submitted'
  if (chance.often(0.97)) return 'confirmed'
  return chance.often(0.5) ? 'returned' : 'withdrawn'
}
