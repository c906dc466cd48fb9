import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { findShownRegion } from '~/features/coverage/shown-region.queries.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { holdSeries, nextInSeries } from '~/features/numbering/document-numbers.server'
import { zoneOf } from '~/features/regions/local-words'
import { localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/enqueue'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { officeWords } from './office-words'
import { officeFor, scopeOf } from './offices'
import { type OfficeOutput, outputWords } from './outputs'
import { type AskedPeriod, periodOf, periodWords } from './periods'
import { idUsedBefore } from './publications.errors'
import type { PublicationId } from './publications.schema'

export type Publication = Tables['publications']['$inferSelect']
type NewPublication = Omit<Publication, 'number' | 'factsSha256' | 'files'>

interface Making {
  actor: Actor
  requestId: string
  /** Made by the form: sent twice it is made once. */
  id: PublicationId
  output: OfficeOutput
  /** `00` for the country, a province or a regency. */
  regionCode: string
  period: AskedPeriod
}

/**
 * Numbers a snapshot of an output and asks for its facts and files to be made; they come from `publication.make`.
 * @throws notFound for a region outside the actor's office; publication_id_used 409
 */
export async function makePublication(services: Services, making: Making): Promise<void> {
  const { store, clock } = services
  const { actor, output, regionCode } = making
  const reading = { db: store.read, tables: store.tables }
  const region = await findShownRegion(reading, regionCode)
  const officeCode = officeFor(actor, 'publication.make', regionCode)
  const office = officeCode && (await findShownRegion(reading, officeCode))
  if (!region || !office || regionCode.length > 4) throw notFound()
  const now = clock()
  const words = outputWords[output]
  const parameters = periodOf(words.period, making.period, now, region.zone)
  await storePublication(
    services,
    {
      id: making.id,
      output,
      title: words.title,
      regionCode,
      place: placeOf(region),
      period: periodWords(words.period, parameters),
      office: officeWords(office),
      parameters,
      groupId: null,
      madeBy: actor.id,
      madeAt: now,
      ...scopeOf(office.code),
    },
    {
      series: `R-${office.code}-${localDate(now, zoneOf(office.code)).slice(0, 4)}`,
      role: actingAs(actor, 'publication.make', scopeOf(regionCode)).role,
      requestId: making.requestId,
    },
  )
}

/** "Kabupaten Mimika, Provinsi Papua Tengah". */
function placeOf({ name, above }: { name: string; above: { name: string }[] }): string {
  return [name, ...above.slice(1).map((region) => region.name)].join(', ')
}

/** Numbers and stores a snapshot once, with its audit row and its job. */
export async function storePublication(
  { store, newId }: Services,
  publication: NewPublication,
  { series, role, requestId }: { series: string; role: string; requestId: string },
): Promise<void> {
  const { id, madeAt, madeBy } = publication
  await store.transact(
    async (tx) => {
      await holdSeries(tx, series)
      if (await madeBefore(tx, publication)) return
      const serial = await nextInSeries(tx, series)
      const number = `${series}-${String(serial).padStart(4, '0')}`
      await tx.db.insert(tx.tables.publications).values({ ...publication, number, files: null })
      await enqueue(tx, {
        key: jobOf(id),
        kind: 'publication.make',
        payload: { publicationId: id },
        now: madeAt,
      })
      await recordAudit(tx, {
        id: newId(),
        at: madeAt,
        actor: { id: madeBy, role },
        action: 'publication.made',
        subject: { kind: 'publication', id },
        region: publication,
        delta: { number: [null, number], title: [null, publication.title] },
        requestId,
      })
    },
    { shows: 'nothing' },
  )
}

/** @throws publication_id_used when the id stands for something else */
async function madeBefore({ db, tables: { publications } }: Tx, asked: NewPublication): Promise<boolean> {
  const [before] = await db.select().from(publications).where(eq(publications.id, asked.id))
  if (!before) return false
  const same = before.madeBy === asked.madeBy && before.output === asked.output
  if (!same || before.regionCode !== asked.regionCode) throw idUsedBefore()
  return true
}

/** The job that makes a snapshot. */
export function jobOf(publicationId: string): string {
  return `publication:${publicationId}`
}
