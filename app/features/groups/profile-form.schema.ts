import type { z } from 'zod'
import { contactFields, contactOf } from '~/features/registration/contact-form.schema'
import { formVersion, optionalLines } from '~/features/registration/fields.schema'
import { BOUNDS, bothOrNone, bothWords, coordinate } from '~/features/registration/identity-form.schema'
import type { Contact } from './groups.schema'

/** What a group itself may change: never its name, place or number, which are the register's. */
export const ProfileForm = contactFields
  .extend({
    address: optionalLines('Alamat', 300),
    latitude: coordinate('Lintang', BOUNDS.latitude),
    longitude: coordinate('Bujur', BOUNDS.longitude),
    version: formVersion,
  })
  .refine(bothOrNone, bothWords)
export type ProfileForm = z.output<typeof ProfileForm>

export interface Profile {
  address: string | null
  latitude: number | null
  longitude: number | null
  contact: Contact
}

/** What is stored of the form. */
export function profileOf(form: ProfileForm): Profile {
  return {
    address: form.address ?? null,
    latitude: form.latitude ?? null,
    longitude: form.longitude ?? null,
    contact: contactOf(form),
  }
}
