import { z } from 'zod'
import type { ChannelKind } from '~/features/groups/groups.schema'

export const PartnerId = z.uuid().brand<'PartnerId'>()
export type PartnerId = z.infer<typeof PartnerId>

/** Whom an office reaches at a partner; never public. */
export interface PartnerContact {
  person?: string
  phone?: string
  email?: string
  address?: string
}

/** Where a partner publishes, for the office that wants to work with it. */
export const partnerChannelKinds = ['website', 'instagram', 'facebook', 'youtube', 'tiktok', 'x'] as const
export type PartnerChannels = Partial<
  Record<Extract<ChannelKind, (typeof partnerChannelKinds)[number]>, string>
>

/** The choice of the whole country where a place is asked for. */
export const WHOLE_COUNTRY = 'indonesia'
