import { z } from 'zod'

export const GroupId = z.uuid().brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>

/** Nomor registrasi: the village's ten digits and a serial of two. */
export const RegistrationNumber = z
  .string()
  .transform((typed) => typed.replace(/[\s.-]/g, ''))
  .pipe(z.string().regex(/^\d{12}$/, 'Nomor registrasi terdiri atas 12 angka'))
  .brand<'RegistrationNumber'>()
export type RegistrationNumber = z.infer<typeof RegistrationNumber>

/** What area or circle a group serves (domain facts 3.1: all of these were found in the field). */
export const groupScopes = [
  'village',
  'neighbourhood',
  'district',
  'pkk',
  'business',
  'regency_forum',
  'other',
] as const
export type GroupScope = (typeof groupScopes)[number]

/** Who signed the decree: normally the village head, a camat or the office in some regions. */
export const issuerKinds = ['village_head', 'camat', 'dinas', 'regent', 'other'] as const
export type IssuerKind = (typeof issuerKinds)[number]

/** Posts of a board (pengurus), in the order in which they are listed. */
export const posts = [
  'ketua',
  'wakil_ketua',
  'sekretaris',
  'bendahara',
  'pengumpulan',
  'pengolahan',
  'penyebaran',
  'anggota',
] as const
export type Post = (typeof posts)[number]

export const channelKinds = [
  'email',
  'whatsapp',
  'website',
  'instagram',
  'facebook',
  'youtube',
  'tiktok',
  'x',
] as const
export type ChannelKind = (typeof channelKinds)[number]

/** Ways to reach a group, and which of them (and of its people and place) it agreed to show to everyone. */
export interface Contact {
  channels: Partial<Record<ChannelKind, string>>
  /** Consent for each thing, given one by one (UU 27/2022 Pasal 22). */
  publicChannels: ChannelKind[]
  publicChairName: boolean
  publicAddress: boolean
  publicLocation: boolean
}
