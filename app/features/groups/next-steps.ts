import type { SubdomainStatus } from '~/features/subdomains/subdomains.state'
import { addDays } from '~/platform/calendar'
import type { GroupStatus } from './groups.state'

export type DecreeState = 'none' | 'in_force' | 'ends_soon' | 'expired'

/** Days before the end of a decree from which the group is asked to renew it. */
const SOON = 90

/** How a decree stands on a local date. */
export function decreeState(decree: { validUntil: string | null } | null, today: string): DecreeState {
  if (!decree) return 'none'
  if (decree.validUntil === null) return 'in_force'
  if (decree.validUntil < today) return 'expired'
  return decree.validUntil <= addDays(today, SOON) ? 'ends_soon' : 'in_force'
}

export type NextStep =
  | 'add_decree'
  | 'renew_decree'
  | 'replace_decree'
  | 'invite_members'
  | 'show_contact'
  | 'ask_subdomain'
  | 'share_page'

interface Situation {
  status: GroupStatus
  decree: DecreeState
  subdomain: SubdomainStatus | null
  showsContact: boolean
  isChair: boolean
  /** Nobody else may act for the group. */
  isAlone: boolean
  keepsProfile: boolean
}

/** What this person can do for the group now, the most urgent first; nothing for a group that has closed. */
export function nextSteps({
  status,
  decree,
  subdomain,
  showsContact,
  isChair,
  isAlone,
  keepsProfile,
}: Situation): NextStep[] {
  if (status === 'closed') return []
  const steps: NextStep[] = []
  if (isChair && decree === 'none') steps.push('add_decree')
  if (isChair && decree === 'expired') steps.push('replace_decree')
  if (isChair && decree === 'ends_soon') steps.push('renew_decree')
  if (isChair && isAlone) steps.push('invite_members')
  if (keepsProfile && !showsContact) steps.push('show_contact')
  if (status !== 'registered') return steps
  if (keepsProfile && subdomain === null) steps.push('ask_subdomain')
  return [...steps, 'share_page']
}
