import { localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { Chance } from './random'
import { stories } from './stories/all'
import { flood } from './stories/flood'
import type { Story, StoryPlace } from './stories/story'

/** A group with what decides about its year. */
export interface Diarist {
  groupId: string
  regencyCode: string
  villageCode: string
  place: StoryPlace
  /** Days before today on which it was registered. */
  registeredAgo: number
  /** The group of the guide, which always has something of everything. */
  isGuide: boolean
}

/** One activity as it will be told. */
export interface Entry {
  groupId: string
  /** Days before today on which it is reported, at least 1. */
  ago: number
  /** Days that passed from the activity to the report. */
  late: number
  story: Story
  hoax: 'wave' | 'other' | null
  photo: boolean
  /** The office asks back, and the group answers or has not yet. */
  ask?: 'open' | 'answered'
}

const YEAR = 365
const PACITAN = '3501'
/** The wave of one claim: groups that clarify it, and when it ran. */
const WAVE_GROUPS = 64
const WAVE: [number, number] = [62, 75]
/** By calendar month: harvest and feasts leave little time, August is full. */
const season = [0.9, 0.85, 0.8, 0.75, 0.95, 0.9, 0.95, 1, 0.85, 0.9, 1, 0.8]
/** How much of a regency's groups are awake, where it is not left to chance. */
const awakeShare: Record<string, number> = { '9404': 0.5, [PACITAN]: 0.56 }

/** Midnight in Jakarta of the day that many days before today, whose `today` is two hours before midnight. */
export function dayStart(today: number, ago: number): number {
  return today + 2 * HOUR - ago * DAY
}

/** Everything that is reported in twelve months, by the days before today on which it is. */
export function planYear(chance: Chance, today: number, diarists: Diarist[]): Map<number, Entry[]> {
  const entries = [
    ...daily(chance, today, diarists),
    ...wave(chance, diarists),
    ...floodWeek(chance, today, diarists),
  ]
  const byDay = new Map<number, Entry[]>()
  for (const entry of entries) byDay.set(entry.ago, [...(byDay.get(entry.ago) ?? []), entry])
  return byDay
}

/** About a third of the groups is awake or was lately; most fell asleep long ago, and some never began. */
function daily(chance: Chance, today: number, diarists: Diarist[]): Entry[] {
  const shares = new Map<string, number>()
  return diarists.flatMap((diarist) => {
    if (diarist.isGuide) return guideDiary(chance, today, diarist)
    const { regencyCode } = diarist
    const share = shares.get(regencyCode) ?? awakeShare[regencyCode] ?? 0.06 + chance.next() * 0.27
    shares.set(regencyCode, share)
    const { gap, stops } = rhythm(chance, share)
    return diaryOf(chance, today, diarist, gap, stops)
  })
}

function rhythm(chance: Chance, share: number): { gap: number; stops: number } {
  const roll = chance.next()
  if (roll < share) return { gap: chance.between(3, 8), stops: 1 }
  if (roll < share + 0.15) return { gap: chance.between(10, 30), stops: chance.between(97, 172) }
  if (roll < share + 0.5) return { gap: chance.between(10, 30), stops: chance.between(190, 350) }
  return { gap: 0, stops: YEAR }
}

function diaryOf(chance: Chance, today: number, diarist: Diarist, gap: number, stops: number): Entry[] {
  if (gap === 0) return []
  const entries: Entry[] = []
  let ago = Math.min(YEAR, diarist.registeredAgo - 3) - chance.between(0, gap)
  for (; ago >= stops; ago -= chance.between(1, 2 * gap - 1)) {
    const month = monthOf(today, ago)
    if (!chance.often(season[month - 1] ?? 1)) continue
    const isHoax = chance.often(0.035)
    entries.push({
      groupId: diarist.groupId,
      ago,
      late: chance.often(0.7) ? 0 : Math.min(chance.between(1, 5), diarist.registeredAgo - ago),
      story: chooseStory(chance, month, diarist.place.provinceCode),
      hoax: isHoax ? 'other' : null,
      photo: chance.often(ago < 45 ? 0.16 : 0.015),
    })
  }
  return entries
}

/** Nine activities since it was registered, one that the office still asks about, the last ones waiting. */
function guideDiary(chance: Chance, today: number, { groupId, place }: Diarist): Entry[] {
  return [27, 25, 22, 19, 16, 12, 7, 4, 1].map((ago, at) => ({
    groupId,
    ago,
    late: 0,
    story: chooseStory(chance, monthOf(today, ago), place.provinceCode),
    hoax: at === 3 ? 'other' : null,
    photo: at % 2 === 0,
    ...(at === 1 ? { ask: 'answered' as const } : {}),
    ...(at === 5 ? { ask: 'open' as const } : {}),
  }))
}

/** Within two weeks many groups of several regencies clarify one and the same claim. */
function wave(chance: Chance, diarists: Diarist[]): Entry[] {
  const [until, from] = WAVE
  const regencies = [...new Set(diarists.map(({ regencyCode }) => regencyCode))]
  const reached = new Set(regencies.filter((code) => code in awakeShare || chance.often(0.4)))
  const there = diarists.filter(
    ({ regencyCode, registeredAgo }) => reached.has(regencyCode) && registeredAgo > 150,
  )
  const hoax = stories.find(({ topic }) => topic === 'keamanan')
  if (!hoax) throw new Error('no story for the wave')
  return Array.from({ length: WAVE_GROUPS }, () => {
    const at = chance.between(0, there.length - 1)
    const [diarist] = there.splice(at, 1)
    if (!diarist) throw new Error('too few groups for the wave')
    return {
      groupId: diarist.groupId,
      // It comes up fast and fades.
      ago: from - Math.floor((from - until) * chance.next() ** 1.6),
      late: 0,
      story: hoax,
      hoax: 'wave' as const,
      photo: chance.often(0.2),
    }
  })
}

/**
 * A week of rain in Kabupaten Pacitan: every group there reports four to nine times, also those that sleep. It is the
 * second week of February, or of January where that of February is too near to be dealt with or too far for the year.
 */
function floodWeek(chance: Chance, today: number, diarists: Diarist[]): Entry[] {
  const dates = Array.from({ length: YEAR }, (_, ago) => localDate(dayStart(today, ago), 'WIB'))
  const first = ['-02-08', '-01-08']
    .map((day) => dates.findIndex((date, ago) => ago > 20 && date.endsWith(day)))
    .find((ago) => ago > 0)
  if (first === undefined) throw new Error('no week for the flood')
  return diarists
    .filter(({ regencyCode, registeredAgo }) => regencyCode === PACITAN && registeredAgo > first)
    .flatMap(({ groupId }) =>
      Array.from({ length: chance.between(4, 9) }, () => ({
        groupId,
        ago: first - chance.between(0, 6),
        late: 0,
        story: flood,
        hoax: null,
        photo: chance.often(0.55),
      })),
    )
}

function chooseStory(chance: Chance, month: number, provinceCode: string): Story {
  const fitting = stories.filter(
    ({ months, province }) => (!months || months.includes(month)) && (!province || province === provinceCode),
  )
  let left = chance.next() * fitting.reduce((sum, { weight }) => sum + weight, 0)
  const story = fitting.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  return story ?? chance.pick(fitting)
}

function monthOf(today: number, ago: number): number {
  return Number(localDate(dayStart(today, ago), 'WIB').slice(5, 7))
}
