import type { Actor } from '~/features/identity/actor'
import type { Role } from '~/features/identity/permissions'

const desks: Record<Role, string> = {
  volunteer: '/beranda',
  regency_officer: '/dinas',
  province_officer: '/dinas',
  national_officer: '/dinas',
  registrar: '/registrar',
  admin: '/admin',
}

/** The page on which someone's work begins; who has several kinds of work begins at their own home. */
export function deskOf({ grants }: Pick<Actor, 'grants'>): string {
  const [desk, ...others] = new Set(grants.map(({ role }) => desks[role]))
  return desk && others.length === 0 ? desk : '/beranda'
}
