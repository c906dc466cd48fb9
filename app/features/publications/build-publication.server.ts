import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { findShownRegion, type ShownRegion } from '~/features/coverage/shown-region.queries.server'
import { notify } from '~/features/notifications/notify.server'
import { zoneOf } from '~/features/regions/local-words'
import { citationsOn } from '~/features/settings/citations.queries.server'
import { isDemo } from '~/features/settings/settings.queries.server'
import type { JobInHand, LongJobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { formatMoment } from '~/ui/format'
import type { DocumentContent, DocumentHead } from './document'
import { readFacts, writeFacts } from './facts-file.server'
import type { Publication } from './make-publication.server'
import { signerOf } from './office-words'
import { madeOn } from './offices'
import { isOutput } from './outputs'
import { collectors } from './outputs/collect.server'
import type { FileFormat, PublicationFiles } from './publications.schema'
import { renderPdf } from './render-pdf.server'
import { renderCsv, renderXlsx } from './render-sheets.server'

const Payload = z.object({ publicationId: z.string() })
/** Rows between two words about how far it has come. */
const STEP = 100

/**
 * The job behind `makePublication`: gathers the facts once, draws the three files from what was gathered, and tells who
 * asked. Done twice it comes to the same end: facts that are stored are never gathered again.
 */
export const buildPublication: LongJobHandler = async (services, payload, job) => {
  const { publicationId } = Payload.parse(payload)
  const publication = await find(services, publicationId)
  if (publication.files) return
  const factsSha256 = publication.factsSha256 ?? (await gather(services, publication, job))
  const files = await drawFiles(services, factsSha256, job)
  await finish(services, publication, files)
}

async function find({ store }: Services, id: string): Promise<Publication> {
  const { publications } = store.tables
  const [publication] = await store.read.select().from(publications).where(eq(publications.id, id))
  if (!publication) throw new Error(`no publication ${id}`)
  return publication
}

/** Gathers the facts and keeps them; of two workers at once the first one's hold. */
async function gather(services: Services, publication: Publication, job: JobInHand): Promise<string> {
  const { store, storage, clock } = services
  const { id, output, regionCode, parameters, groupId } = publication
  const region = await findShownRegion({ db: store.read, tables: store.tables }, regionCode)
  if (!region || !isOutput(output)) throw new Error(`publication ${id} tells of nothing`)
  const content = await collectors[output](services, { region, parameters, groupId })
  const head = await headOf(services, { publication, region, content, now: clock() })
  let rows = 0
  const onRow = async () => {
    rows++
    if (rows % STEP === 0) await job.progress(rows, 0)
  }
  const { sha256 } = await storage.putStream(writeFacts(head, content.tables, onRow))
  await store.transact(
    async ({ db, tables: { publications } }) => {
      await db
        .update(publications)
        .set({ factsSha256: sha256 })
        .where(and(eq(publications.id, id), isNull(publications.factsSha256)))
    },
    { shows: 'nothing' },
  )
  const { factsSha256 } = await find(services, id)
  return factsSha256 ?? sha256
}

interface Heading {
  publication: Publication
  region: ShownRegion
  content: DocumentContent
  now: number
}

async function headOf(
  services: Services,
  { publication, region, content, now }: Heading,
): Promise<DocumentHead> {
  const { store, config } = services
  const { output, number, title, place, period, office, provinceCode, regencyCode } = publication
  if (!isOutput(output)) throw new Error(`there is no output ${output}`)
  const { tables, ...told } = content
  const reading = { db: store.read, tables: store.tables }
  const officeCode = regencyCode || provinceCode
  const home = officeCode ? await findShownRegion(reading, officeCode) : null
  return {
    output,
    number,
    title,
    place,
    period,
    office,
    madeOn: madeOn(publication),
    madeIn: home ? home.name.replace(/^(Kabupaten|Provinsi) /, '') : 'Jakarta',
    gatheredAt: formatMoment(now, zoneOf(officeCode)),
    legalBasis: await citationsOn(reading, [region.code.slice(0, 2), region.code], madeOn(publication)),
    verifyUrl: `${config.publicUrl}/verifikasi/dokumen/${number}`,
    isDemo: await isDemo(services),
    signers: [signerOf(office)],
    ...told,
    tables: tables.map(({ rows, ...table }) => table),
  }
}

/** Draws PDF, XLSX and CSV from the stored facts, one after the other. */
async function drawFiles(
  { storage }: Services,
  factsSha256: string,
  job: JobInHand,
): Promise<PublicationFiles> {
  const total = 3 * Math.max(1, await countRows({ storage }, factsSha256))
  let done = 0
  const onRow = async () => {
    done++
    if (done % STEP === 0) await job.progress(Math.min(done, total), total)
  }
  async function* counted<T>(rows: AsyncGenerator<T>): AsyncGenerator<T> {
    for await (const row of rows) {
      yield row
      await onRow()
    }
  }
  const drawn: Record<FileFormat, () => Promise<AsyncIterable<Uint8Array>>> = {
    pdf: async () => renderPdf(await readFacts(storage, factsSha256), { storage, factsSha256, onRow }),
    xlsx: async () => renderXlsx(await readFacts(storage, factsSha256), counted),
    csv: async () => renderCsv(await readFacts(storage, factsSha256), counted),
  }
  const put = async (format: FileFormat) => storage.putStream(await drawn[format]())
  const files = { pdf: await put('pdf'), xlsx: await put('xlsx'), csv: await put('csv') }
  await job.progress(total, total)
  return files
}

async function countRows({ storage }: Pick<Services, 'storage'>, factsSha256: string): Promise<number> {
  let rows = 0
  const { tables } = await readFacts(storage, factsSha256)
  for await (const table of tables) for await (const _row of table.rows) rows++
  return rows
}

async function finish(
  { store, newId, clock, config }: Services,
  { id, title, number, groupId, madeBy }: Publication,
  files: PublicationFiles,
): Promise<void> {
  await store.transact(async (tx) => {
    const { publications } = tx.tables
    const [stored] = await tx.db
      .update(publications)
      .set({ files })
      .where(and(eq(publications.id, id), isNull(publications.files)))
      .returning({ id: publications.id })
    if (!stored) return
    await notify(
      tx,
      {
        accountId: madeBy,
        title: `Dokumen ${number} sudah jadi`,
        body: `${title} dapat diunduh sebagai PDF, XLSX dan CSV dengan angka yang sama.`,
        href: groupId ? `/kelompok/${groupId}/pertanggungjawaban` : `/dinas/rekap/dokumen/${id}`,
      },
      { newId, now: clock(), publicUrl: config.publicUrl },
    )
  })
}
