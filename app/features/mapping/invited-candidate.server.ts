import { and, eq, gt, isNull } from 'drizzle-orm'
import { readChannel } from '~/features/groups/channels'
import type { Contact } from '~/features/groups/groups.schema'
import { hashSecret } from '~/features/identity/sessions.server'
import { officeName, placeWords } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Reading } from './find-mapping.server'

/** What a candidate's link opens. */
export interface InvitedCandidate {
  /** False once it was used, taken back, or is too old. */
  open: boolean
  name: string
  villageCode: string
  place: string
  office: string
}

/** The candidate behind a link; null for a link that never was. */
export async function invitedCandidate(
  { store, clock }: Services,
  token: string,
): Promise<InvitedCandidate | null> {
  const { mappingInvitations, mappingRows } = store.tables
  const [found] = await store.read
    .select({ invitation: mappingInvitations, row: mappingRows })
    .from(mappingInvitations)
    .innerJoin(mappingRows, eq(mappingRows.id, mappingInvitations.rowId))
    .where(eq(mappingInvitations.tokenHash, hashSecret(token)))
  if (!found) return null
  const { invitation, row } = found
  const place = await findPlace({ db: store.read, tables: store.tables }, row.villageCode)
  if (!place) return null
  const { applicationId, revokedAt, expiresAt } = invitation
  return {
    open: applicationId === null && revokedAt === null && expiresAt > clock(),
    name: row.name,
    villageCode: row.villageCode,
    place: placeWords(place),
    office: officeName(place.regency),
  }
}

/**
 * The contact of a candidate as its application starts with; nothing of it is public.
 * A link that is spent, taken back or too old gives nothing away.
 */
export async function contactOfInvited(
  { db, tables: { mappingInvitations, mappingRows } }: Reading,
  { token, now }: { token: string; now: Instant },
): Promise<Contact | undefined> {
  const [found] = await db
    .select({ contact: mappingRows.contact })
    .from(mappingInvitations)
    .innerJoin(mappingRows, eq(mappingRows.id, mappingInvitations.rowId))
    .where(stillOpen(mappingInvitations, token, now))
  if (!found?.contact) return undefined
  const kind = found.contact.includes('@') ? 'email' : 'whatsapp'
  const reading = readChannel(kind, found.contact)
  if (!('value' in reading)) return undefined
  return {
    channels: { [kind]: reading.value },
    publicChannels: [],
    publicChairName: false,
    publicAddress: false,
    publicLocation: false,
  }
}

/** Links an application to the candidate whose link it came by; a link that is spent links nothing. */
export async function claimInvitation(
  { db, tables: { mappingInvitations } }: Tx,
  { token, applicationId, now }: { token: string; applicationId: string; now: Instant },
): Promise<boolean> {
  const [claimed] = await db
    .update(mappingInvitations)
    .set({ applicationId })
    .where(stillOpen(mappingInvitations, token, now))
    .returning({ id: mappingInvitations.id })
  return claimed !== undefined
}

function stillOpen(invitations: Tx['tables']['mappingInvitations'], token: string, now: Instant) {
  return and(
    eq(invitations.tokenHash, hashSecret(token)),
    isNull(invitations.applicationId),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  )
}
