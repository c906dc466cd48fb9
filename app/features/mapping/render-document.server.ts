import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notify } from '~/features/notifications/notify.server'
import type { LongJobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { collectMappingFacts } from './collect-facts.server'
import { drawMappingDocument, type PrintedRow } from './draw-document.server'
import type { Mapping } from './find-mapping.server'
import type { RowCursor } from './mapping.schema'
import type { MappingFacts } from './mapping-facts'
import { numbersByDistrict, sumOf, villagesMapped } from './mapping-numbers.queries.server'
import { rowsBeyond, rowsSought } from './rows.queries.server'

const Payload = z.object({ mappingId: z.string() })
const STEP = 200
const BATCH = 500

/** The job behind `settleMapping`: gathers the facts once, draws the document from them, and tells who planned it. */
export const drawDocument: LongJobHandler = async (services, payload, job) => {
  const { mappingId } = Payload.parse(payload)
  const { store, storage, newId, clock, config } = services
  const reading = { db: store.read, tables: store.tables }
  const mapping = await find(services, mappingId)
  const { number, settledOn, title, beginsOn, endsOn } = mapping
  if (mapping.sha256) return
  if (!number || !settledOn) throw new Error(`mapping ${mappingId} is not settled`)
  const facts = mapping.facts ?? (await keepFacts(services, mapping))
  const numbers = await numbersByDistrict(reading, mappingId)
  const { rows: total } = sumOf(numbers.values())
  let rows = 0
  const chunks = await drawMappingDocument(
    {
      ...{ number, settledOn, title, beginsOn, endsOn, facts, numbers },
      villages: await villagesMapped(reading, mappingId),
      rowsOf: (districtCode) => rowsOfDistrict(services, mappingId, districtCode),
    },
    async () => {
      rows++
      if (rows % STEP === 0) await job.progress(Math.min(rows, total), total)
    },
  )
  const { sha256, bytes } = await storage.putStream(chunks)
  await store.transact(async (tx) => {
    const { mappings } = tx.tables
    const [stored] = await tx.db
      .update(mappings)
      .set({ sha256, bytes })
      .where(and(eq(mappings.id, mappingId), isNull(mappings.sha256)))
      .returning({ createdBy: mappings.createdBy })
    if (!stored) return
    await notify(
      tx,
      {
        accountId: stored.createdBy,
        title: `Dokumen pemetaan ${number} sudah jadi`,
        body: `${title} ${facts.regency} sudah ditetapkan. Dokumennya dapat dibuka dan dicetak, dan rencananya siap dipakai.`,
        href: `/dinas/pemetaan/${mappingId}`,
      },
      { newId, now: clock(), publicUrl: config.publicUrl },
    )
  })
}

async function find({ store }: Services, id: string): Promise<Mapping> {
  const { mappings } = store.tables
  const [mapping] = await store.read.select().from(mappings).where(eq(mappings.id, id))
  if (!mapping) throw new Error(`no mapping ${id}`)
  return mapping
}

/** Keeps the facts; of two workers at once the first one's hold. */
async function keepFacts(services: Services, mapping: Mapping): Promise<MappingFacts> {
  const facts = await collectMappingFacts(services, mapping)
  await services.store.transact(
    async ({ db, tables: { mappings } }) => {
      await db
        .update(mappings)
        .set({ facts })
        .where(and(eq(mappings.id, mapping.id), isNull(mappings.facts)))
    },
    { shows: 'nothing' },
  )
  return (await find(services, mapping.id)).facts ?? facts
}

/** The living rows of a district by village and name, a batch at a time. */
async function* rowsOfDistrict(
  { store }: Services,
  mappingId: string,
  districtCode: string,
): AsyncGenerator<PrintedRow> {
  const reading = { db: store.read, tables: store.tables }
  const { mappingRows } = store.tables
  const sought = rowsSought(reading, mappingId, { q: '' }, districtCode)
  for (let after: RowCursor | undefined; ; ) {
    const rows = await store.read
      .select()
      .from(mappingRows)
      .where(and(sought, after && rowsBeyond(reading, after, 'after')))
      .orderBy(asc(mappingRows.villageCode), asc(mappingRows.nameKey), asc(mappingRows.id))
      .limit(BATCH)
    yield* rows
    after = rows.at(-1)
    if (rows.length < BATCH) return
  }
}
