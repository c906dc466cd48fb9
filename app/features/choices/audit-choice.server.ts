import { type Delta, recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { ChoiceList } from './choices.schema'

interface By {
  actor: Actor
  requestId: string
}
/** A form of a list as an administrator sent it. */
export type ByAdmin<Form> = Omit<Form, 'intent'> & By

const subjects = {
  topics: 'topic',
  partnerKinds: 'partnerKind',
  communityKinds: 'communityKind',
} as const satisfies Record<ChoiceList, string>

/** Writes down who changed a list, in the change's transaction. */
export async function auditChoice(
  tx: Tx,
  { clock, newId }: Services,
  list: ChoiceList,
  {
    actor,
    requestId,
    code,
    happened,
    delta,
  }: By & { code: string; happened: 'added' | 'renamed' | 'ended'; delta: Delta },
): Promise<void> {
  await recordAudit(tx, {
    id: newId(),
    at: clock(),
    actor: { id: actor.id, role: 'admin' },
    action: `${subjects[list]}.${happened}`,
    subject: { kind: subjects[list], id: code },
    delta,
    requestId,
  })
}
