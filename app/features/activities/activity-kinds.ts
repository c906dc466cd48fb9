// What an activity is made of, without the schema library: the form's page must stay small.

/** ADINDA, what KIM are for (domain facts 3.2). Full words: two of the six share a letter. */
export const activityFunctions = [
  'akses',
  'diskusi',
  'implementasi',
  'networking',
  'diseminasi',
  'aspirasi',
] as const
export type ActivityFunction = (typeof activityFunctions)[number]

/** The six channels of public communication media (domain facts 4.2). */
export const channels = ['cetak', 'penyiaran', 'online', 'media_sosial', 'luar_ruang', 'tatap_muka'] as const
export type Channel = (typeof channels)[number]

export interface ChannelUse {
  channel: Channel
  /** "WhatsApp", "Radio Publik Mimika". */
  platform: string | null
  /** http or https. */
  link: string | null
}

/** How the group knows how many people it reached. */
export const reachSources = ['counted', 'attendance_list', 'platform_statistics', 'members', 'guess'] as const
export type ReachSource = (typeof reachSources)[number]

export const verdicts = ['false', 'misleading', 'true', 'unproven'] as const
export type Verdict = (typeof verdicts)[number]

export interface HoaxClarification {
  /** What is being said. */
  claim: string
  /** Where it runs: "grup WhatsApp warga". */
  where: string
  verdict: Verdict
  /** Where the right information stands. */
  reference: string
}

/** Everything a person tells about an activity; photos come beside it. */
export interface ActivityContent {
  localDate: string
  title: string
  story: string
  topicCode: string
  functions: ActivityFunction[]
  channels: ChannelUse[]
  reach: number | null
  reachSource: ReachSource | null
  reachEstimated: boolean
  men: number | null
  women: number | null
  partners: string | null
  hoax: HoaxClarification | null
  isPublic: boolean
  placeCode: string
}

export const activityEventKinds = [
  'submitted',
  'edited',
  'photo_added',
  'photo_removed',
  'confirmed',
  'returned',
  'withdrawn',
] as const
export type ActivityEventKind = (typeof activityEventKinds)[number]

export const MAX_PHOTOS = 6
/** A phone's photo; the server keeps at most 1600 pixels a side of it. */
export const MAX_PHOTO_BYTES = 12 * 1024 * 1024
export const PHOTO_ACCEPT = 'image/jpeg,image/png,image/webp'
