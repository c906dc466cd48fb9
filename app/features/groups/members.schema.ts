import { z } from 'zod'
import { AccountId, ContactText } from '~/features/identity/identity.schema'
import { posts } from './groups.schema'
import { personName } from './names.schema'

/** The posts that a chair may give; the chair itself changes hands by a handover. */
export const memberPosts = posts.filter((post) => post !== 'ketua')

export const inviteMemberSchema = z.object({
  intent: z.literal('invite'),
  /** Made with the empty form: sending it twice makes one invitation. */
  id: z.uuid(),
  name: personName,
  contact: ContactText.optional(),
  post: z.enum(memberPosts, { error: 'Pilih jabatannya.' }),
})

export const membersFormSchema = z.discriminatedUnion('intent', [
  inviteMemberSchema,
  z.object({ intent: z.literal('revoke'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('end'), accountId: AccountId }),
])
