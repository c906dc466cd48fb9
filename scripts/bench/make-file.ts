import { count, eq } from 'drizzle-orm'
import { exportActivities } from '~/features/activities/export-activities.server'
import { officeActivitiesQuery } from '~/features/activities/office-activities.schema'
import type { Actor, Grant } from '~/features/identity/actor'
import { buildPublication } from '~/features/publications/build-publication.server'
import { makePublication } from '~/features/publications/make-publication.server'
import type { OfficeOutput } from '~/features/publications/outputs'
import { PublicationId } from '~/features/publications/publications.schema'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import type { FileFormat } from '~/platform/spreadsheet/file'
import { openServices } from '../../server/services'
import type { FileKey, Making } from './files'
import { PROVINCE } from './fill'
import { countedId } from './recipe'

/** Makes the file that the argument names, and writes a `Making` as JSON. */
const makers: Record<FileKey, (services: Services) => Promise<Pick<Making, 'rows' | 'bytes'>>> = {
  yearly: (services) => publication(services, 'tahunan', PROVINCE),
  recap: (services) => publication(services, 'kim', '00'),
  xlsx: (services) => activities(services, 'xlsx'),
  csv: (services) => activities(services, 'csv'),
}
const key = process.argv[2]
if (!isFile(key)) throw new Error(`there is no file ${key}`)
const services = await openServices()
const begun = performance.now()
const made = await makers[key](services)
const seconds = (performance.now() - begun) / 1000
await services.store.close()
const memory = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ ...made, seconds, memory } satisfies Making))

function isFile(name: string | undefined): name is FileKey {
  return name !== undefined && Object.hasOwn(makers, name)
}

/** Numbers a snapshot of the last year, and does its job. */
async function publication(of: Services, output: OfficeOutput, regionCode: string) {
  const id = PublicationId.parse(of.newId())
  const actor = regionCode === PROVINCE ? officer('province_officer') : officer('national_officer')
  const year = Number(localDate(of.clock(), 'WIB').slice(0, 4)) - 1
  const period = { tahun: String(year) }
  await makePublication(of, { actor, requestId: 'bench', id, output, regionCode, period })
  // Three files are drawn, each of all rows.
  let parts = 0
  const progress = async (_: number, total: number) => {
    parts = total
  }
  await buildPublication(of, { publicationId: id }, { id, progress })
  const { publications } = of.store.tables
  const [row] = await of.store.read.select().from(publications).where(eq(publications.id, id))
  if (!row?.files) throw new Error('nothing was made')
  const { pdf, xlsx, csv } = row.files
  return { rows: parts / 3, bytes: { pdf: pdf.bytes, xlsx: xlsx.bytes, csv: csv.bytes } }
}

/** Takes the activities of the province as they are sent. */
async function activities(of: Services, format: FileFormat) {
  const query = officeActivitiesQuery.parse({})
  const { chunks } = await exportActivities(of, {
    actor: officer('province_officer'),
    query,
    format,
    requestId: 'bench',
  })
  let bytes = 0
  for await (const chunk of chunks) bytes += chunk.length
  const { activities: rows } = of.store.tables
  const [found] = await of.store.read
    .select({ rows: count() })
    .from(rows)
    .where(eq(rows.provinceCode, PROVINCE))
  return { rows: Number(found?.rows), bytes: { [format]: bytes } }
}

/** The officer of the province whom the recipe made; in another role for the country. */
function officer(role: 'province_officer' | 'national_officer'): Actor {
  const provinceCode = role === 'province_officer' ? PROVINCE : null
  const grant: Grant = { role, provinceCode, regencyCode: null, groupId: null, post: null }
  return {
    id: countedId(7, 2),
    name: 'Petugas Ukur',
    email: null,
    phone: null,
    sessionId: '',
    grants: [grant],
  }
}
