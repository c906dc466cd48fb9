import { z } from 'zod'
import { readChannel } from '~/features/groups/channels'
import { type ChannelKind, type Contact, channelKinds } from '~/features/groups/groups.schema'
import { tidy } from '~/platform/text'
import { afterSaving, formVersion } from './fields.schema'

/** One way to reach someone: read as it is typed, stored in one form; may stay empty. */
export function channel(kind: ChannelKind) {
  return z
    .string()
    .transform((typed, ctx) => {
      const text = tidy(typed)
      if (text === '') return undefined
      const reading = readChannel(kind, text)
      if ('value' in reading) return reading.value
      ctx.addIssue({ code: 'custom', message: reading.problem })
      return z.NEVER
    })
    .optional()
}

const consent = z.boolean().default(false)

/** The group's channels and its consent for each thing that everyone may see; no box is ticked beforehand. */
export const contactFields = z.object({
  email: channel('email'),
  whatsapp: channel('whatsapp'),
  website: channel('website'),
  instagram: channel('instagram'),
  facebook: channel('facebook'),
  youtube: channel('youtube'),
  tiktok: channel('tiktok'),
  x: channel('x'),
  publicChannels: z.array(z.enum(channelKinds)).default([]),
  publicChairName: consent,
  publicAddress: consent,
  publicLocation: consent,
})

export const ContactForm = contactFields.extend({ version: formVersion, after: afterSaving })
export type ContactForm = z.output<typeof ContactForm>

/** What is stored: consent for a channel that is not there is no consent. */
export function contactOf(form: z.output<typeof contactFields>): Contact {
  const channels: Contact['channels'] = {}
  for (const kind of channelKinds) {
    const value = form[kind]
    if (value) channels[kind] = value
  }
  return {
    channels,
    publicChannels: channelKinds.filter((kind) => channels[kind] && form.publicChannels.includes(kind)),
    publicChairName: form.publicChairName,
    publicAddress: form.publicAddress,
    publicLocation: form.publicLocation,
  }
}
