import type { ActivityFunction, Channel, ReachSource } from '~/features/activities/activities.schema'
import type { Scene } from '../pictures'

/** The words of a place that stories are told with. */
export interface StoryPlace {
  /** "Kampung Nawaripi". */
  village: string
  /** "Distrik Mimika Baru". */
  district: string
  /** "Kabupaten Mimika". */
  regency: string
  provinceCode: string
}

/** What groups do, as it is told; one of each list is picked. */
export interface Story {
  topic: string
  /** Months of the year, 1 to 12; without them all the year round. */
  months?: number[]
  /** Only there. */
  province?: string
  weight: number
  titles: ((place: StoryPlace) => string)[]
  stories: ((place: StoryPlace) => string)[]
  functions: ActivityFunction[][]
  channels: { channel: Channel; platforms: string[] }[][]
  /** People reached, from and to. */
  reach: [number, number]
  sources: ReachSource[]
  /** People present, from and to; without it nobody counted. */
  present?: [number, number]
  partners: string[]
  scene: Scene
}

/** The channels that stories are spread by, with what they run on. */
export const whatsapp = { channel: 'media_sosial', platforms: ['WhatsApp'] } as const
export const social = {
  channel: 'media_sosial',
  platforms: ['Facebook', 'Instagram', 'TikTok', 'YouTube'],
} as const
export const meeting = {
  channel: 'tatap_muka',
  platforms: ['Pertemuan warga', 'Posyandu', 'Rumah ke rumah'],
} as const
export const board = { channel: 'luar_ruang', platforms: ['Papan informasi', 'Spanduk', 'Baliho'] } as const
export const print = { channel: 'cetak', platforms: ['Selebaran', 'Buletin warga', 'Poster'] } as const
export const radio = {
  channel: 'penyiaran',
  platforms: ['Radio komunitas', 'Pengeras suara balai', 'RRI'],
} as const
export const site = { channel: 'online', platforms: ['Situs desa', 'Blog kelompok'] } as const

/** The channels of one telling. */
export const use = (...channels: { channel: Channel; platforms: readonly string[] }[]) =>
  channels.map(({ channel, platforms }) => ({ channel, platforms: [...platforms] }))
