import { officesOf } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import type { Permission } from '~/features/identity/permissions'
import { notFound } from '~/platform/errors'

/** The office for which the actor acts: the one asked for, or their only one. @throws not_found for others' */
export function ownOffice(actor: Actor, permission: Permission, asked?: string): string {
  const offices = officesOf(actor, permission)
  const office = asked || offices[0]
  if (!office || !offices.includes(office)) throw notFound()
  return office
}
