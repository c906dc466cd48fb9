import { z } from 'zod'
import { posts } from '~/features/groups/groups.schema'
import { personName } from '~/features/groups/names.schema'
import { afterSaving, formVersion } from './fields.schema'

export const MAX_MEMBERS = 200

/** A row whose name stays empty is no member. */
const row = z.object({
  name: personName.optional(),
  post: z.enum(posts, { error: 'Pilih jabatan.' }).default('anggota'),
})

export const BoardForm = z.object({
  version: formVersion,
  after: afterSaving,
  members: z
    .array(row)
    .max(MAX_MEMBERS, `Paling banyak ${MAX_MEMBERS} orang.`)
    .default([])
    .transform((rows) => rows.flatMap(({ name, post }) => (name ? [{ name, post }] : []))),
  adultsAttested: z.boolean().default(false),
})
export type BoardForm = z.output<typeof BoardForm>
