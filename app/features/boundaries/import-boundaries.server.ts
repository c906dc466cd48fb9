import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { count, eq, inArray, sql } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { NATION } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
import { isAppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatNumber } from '~/ui/format'
import { dotted, levelWords } from './boundaries.messages'
import type { KnownRegions } from './find-properties'
import { Findings } from './findings'
import { type Gathered, gatherOutlines } from './gather-outlines.server'
import { type BoundaryFile, listFiles } from './list-files.server'
import { boxOf, type Outline, STEPS_PER_DEGREE, toMultiPolygon } from './outline'
import { simplifyTogether } from './simplify-outlines'

/** Changes when the same file would be stored differently, so that importing it again is worth it. */
const WAY_OF_STORING = 1

/** The map of the region above is drawn this wide; so is that of the country. */
const MAP_PIXELS = 1000
const NATION_DEGREES = 46

const BATCH = 200

export interface ImportRequest {
  path: string
  /** The property that holds the codes, when it cannot be found by looking. */
  codeProperty?: string
  /** What maps name as the source; by default the name of the file. */
  source?: string
  /** Leaves out regions whose code the portal does not know instead of refusing the import. */
  skipUnknown?: boolean
  /** Reads and checks, and writes nothing. */
  checkOnly?: boolean
}

export type ImportOutcome =
  | { status: 'refused'; findings: number }
  | { status: 'checked'; regions: number }
  | { status: 'unchanged'; regions: number }
  | { status: 'imported'; regions: number; replaced: number }

interface Ready {
  code: string
  level: RegionLevel
  parentCode: string
  shape: Outline
  coarse: Outline
}

/**
 * Imports the outlines of regions from a file or a folder: all of it or nothing.
 * Everything is read and checked first; what is wrong is said line by line, and then what was stored before stays.
 * Regions that had an outline get the new one; the same files again change nothing.
 * @param say is told about progress, findings and the result, in Indonesian
 */
export async function importBoundaries(
  services: Pick<Services, 'store' | 'clock' | 'newId'>,
  request: ImportRequest,
  say: (line: string) => void,
): Promise<ImportOutcome> {
  const findings = new Findings()
  const known = await readKnown(services)
  const files = known.size > 0 ? filesOf(request.path, findings) : []
  if (known.size === 0)
    findings.refuse('Daftar wilayah belum dimuat. Jalankan portal satu kali (npm start) lalu ulangi.')
  const { regions, sha256 } = await gatherOutlines(files, {
    known,
    today: localDate(services.clock(), 'WIB'),
    codeProperty: request.codeProperty,
    skipUnknown: request.skipUnknown ?? false,
    findings,
    say,
  })
  for (const line of coverageLines(regions, known)) say(line)
  for (const line of findings.lines()) say(line)
  if (findings.refused > 0) {
    say('Tidak ada yang disimpan; batas wilayah yang sudah ada tetap seperti semula.')
    return { status: 'refused', findings: findings.refused }
  }
  if (regions.size === 0) {
    say('Tidak ada wilayah untuk disimpan; batas wilayah yang sudah ada tetap seperti semula.')
    return { status: 'refused', findings: 0 }
  }
  if (request.checkOnly) {
    say(`Pemeriksaan selesai: ${formatNumber(regions.size)} wilayah dapat diimpor. Tidak ada yang disimpan.`)
    return { status: 'checked', regions: regions.size }
  }
  const source = request.source ?? basename(request.path, extname(request.path))
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([WAY_OF_STORING, source, sha256, regions.size]))
    .digest('hex')
  const count = regions.size
  if (await isStored(services, fingerprint, count)) return told({ status: 'unchanged', regions: count }, say)
  const ready = simplifyAll(regions, say)
  return told(await store(services, { source, sha256: fingerprint, ready }, say), say)
}

function filesOf(path: string, findings: Findings): BoundaryFile[] {
  try {
    return listFiles(path)
  } catch (error) {
    if (!isAppError(error)) throw error
    findings.refuse(`${path}: ${error.message}`)
    return []
  }
}

async function readKnown({ store: { read, tables } }: Pick<Services, 'store'>): Promise<KnownRegions> {
  const { regions } = tables
  const rows = await read
    .select({
      code: regions.code,
      level: regions.level,
      name: regions.name,
      parentCode: regions.parentCode,
      validUntil: regions.validUntil,
    })
    .from(regions)
  return new Map(rows.map((row) => [row.code, { ...row, parentCode: row.parentCode ?? NATION }]))
}

/** "Jawa Timur: 38 dari 38 kabupaten/kota." for each level and province of the import. */
function coverageLines(regions: ReadonlyMap<string, Gathered>, known: KnownRegions): string[] {
  const above = (code: string) => (code.length === 2 ? NATION : code.slice(0, 2))
  const listed = new Map<string, { level: RegionLevel; place: string; read: number; missing: string[] }>()
  for (const { code, level } of regions.values()) {
    const key = `${level} ${above(code)}`
    const place = known.get(above(code))?.name ?? 'Indonesia'
    const line = listed.get(key) ?? { level, place, read: 0, missing: [] }
    line.read++
    listed.set(key, line)
  }
  for (const { code, level, name, validUntil } of known.values()) {
    if (validUntil === null && !regions.has(code)) {
      listed.get(`${level} ${above(code)}`)?.missing.push(`${dotted(code)} ${name}`)
    }
  }
  return [...listed.values()].map(({ level, place, read, missing }) => {
    const whole = formatNumber(read + missing.length)
    const told = missing.slice(0, 10).join(', ')
    const others = missing.length > 10 ? ` dan ${formatNumber(missing.length - 10)} lainnya` : ''
    const lacking = missing.length > 0 ? ` Belum ada: ${told}${others}.` : ''
    return `${place}: ${formatNumber(read)} dari ${whole} ${levelWords[level]}.${lacking}`
  })
}

/** Coarse outlines level by level, then fine ones for each region above; the points as read go as they are used. */
function simplifyAll(regions: ReadonlyMap<string, Gathered>, say: (line: string) => void): Ready[] {
  say('Menyederhanakan garis …')
  const ready: Ready[] = []
  for (const [, level] of groupBy([...regions.values()], ({ level }) => level)) {
    const coarse = simplifyTogether(outlinesOf(level), (NATION_DEGREES * STEPS_PER_DEGREE) / MAP_PIXELS)
    for (const [, siblings] of groupBy(level, ({ parentCode }) => parentCode)) {
      const shapes = simplifyTogether(outlinesOf(siblings), pixelOf(siblings))
      for (const region of siblings) {
        const { code, level, parentCode } = region
        const [shape, rough] = [shapes.get(code), coarse.get(code)]
        if (shape && rough) ready.push({ code, level, parentCode, shape, coarse: rough })
        region.outline = nothing
      }
    }
  }
  return ready.sort((a, b) => (a.code < b.code ? -1 : 1))
}

const nothing: Outline = { points: new Int32Array(), rings: [] }

function outlinesOf(regions: Gathered[]): Map<string, Outline> {
  return new Map(regions.map(({ code, outline }) => [code, outline]))
}

/** How many steps a pixel is wide on a map that shows these regions. */
function pixelOf(siblings: Gathered[]): number {
  const boxes = siblings.map(({ outline }) => boxOf(outline.points))
  const west = Math.min(...boxes.map((box) => box.west))
  const east = Math.max(...boxes.map((box) => box.east))
  const south = Math.min(...boxes.map((box) => box.south))
  const north = Math.max(...boxes.map((box) => box.north))
  return Math.max(1, Math.max(east - west, north - south) / MAP_PIXELS)
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** True when the same was imported and every region of it still has that outline. */
async function isStored(
  { store: { read, tables } }: Pick<Services, 'store'>,
  sha256: string,
  regions: number,
): Promise<boolean> {
  const [row] = await read
    .select({ id: tables.boundaryImports.id })
    .from(tables.boundaryImports)
    .where(eq(tables.boundaryImports.sha256, sha256))
  return row !== undefined && (await heldBy({ db: read, tables }, row.id)) === regions
}

interface Prepared {
  source: string
  sha256: string
  ready: Ready[]
}

async function store(
  { store, clock, newId }: Pick<Services, 'store' | 'clock' | 'newId'>,
  prepared: Prepared,
  say: (line: string) => void,
): Promise<ImportOutcome> {
  const { source, ready } = prepared
  say('Menyimpan …')
  const now = clock()
  const newImportId = newId()
  const auditId = newId()
  return store.transact(async (tx): Promise<ImportOutcome> => {
    const importId = await takeTurn(tx, prepared, { id: newImportId, now })
    if ((await heldBy(tx, importId)) === ready.length) return { status: 'unchanged', regions: ready.length }
    const replaced = await writeAll(tx, ready, importId)
    await tx.db
      .update(tx.tables.boundaryImports)
      .set({ importedAt: now })
      .where(eq(tx.tables.boundaryImports.id, importId))
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: null,
      action: 'boundaries.imported',
      subject: { kind: 'boundaries', id: importId },
      region: { provinceCode: onlyProvince(ready), regencyCode: null },
      delta: { source: [null, source], regions: [null, ready.length] },
    })
    return { status: 'imported', regions: ready.length, replaced }
  })
}

/** The row of this import; whoever imports the same at the same time waits here until the other is done. */
async function takeTurn(
  { db, tables: { boundaryImports } }: Tx,
  { source, sha256, ready }: Prepared,
  { id, now }: { id: string; now: number },
): Promise<string> {
  const [row] = await db
    .insert(boundaryImports)
    .values({ id, source, sha256, regions: ready.length, importedAt: now })
    .onConflictDoUpdate({ target: boundaryImports.sha256, set: { regions: ready.length } })
    .returning({ id: boundaryImports.id })
  if (!row) throw new Error('the import has no row')
  return row.id
}

async function heldBy(
  { db, tables: { boundaries } }: Pick<Tx, 'db' | 'tables'>,
  importId: string,
): Promise<number> {
  const [row] = await db.select({ held: count() }).from(boundaries).where(eq(boundaries.importId, importId))
  return Number(row?.held ?? 0)
}

/** In the order of the codes, so that two imports of the same regions follow each other; answers how many had one. */
async function writeAll(
  { db, tables: { boundaries } }: Tx,
  ready: Ready[],
  importId: string,
): Promise<number> {
  let replaced = 0
  for (let at = 0; at < ready.length; at += BATCH) {
    const batch = ready.slice(at, at + BATCH)
    const codes = batch.map(({ code }) => code)
    const [row] = await db
      .select({ there: count() })
      .from(boundaries)
      .where(inArray(boundaries.regionCode, codes))
    replaced += Number(row?.there ?? 0)
    await db
      .insert(boundaries)
      .values(
        batch.map(({ code, level, parentCode, shape, coarse }) => ({
          regionCode: code,
          level,
          parentCode,
          shape: toMultiPolygon(shape),
          coarse: toMultiPolygon(coarse),
          importId,
        })),
      )
      .onConflictDoUpdate({
        target: boundaries.regionCode,
        set: {
          level: sql`excluded.level`,
          parentCode: sql`excluded.parent_code`,
          shape: sql`excluded.shape`,
          coarse: sql`excluded.coarse`,
          importId: sql`excluded.import_id`,
        },
      })
  }
  return replaced
}

function onlyProvince(ready: Ready[]): string | null {
  const provinces = new Set(ready.map(({ code }) => code.slice(0, 2)))
  const [only] = provinces
  return provinces.size === 1 && only ? only : null
}

function told(outcome: ImportOutcome, say: (line: string) => void): ImportOutcome {
  if (outcome.status === 'unchanged') {
    say(
      `Berkas yang sama sudah pernah diimpor: ${formatNumber(outcome.regions)} batas wilayah tidak berubah.`,
    )
  }
  if (outcome.status === 'imported') say(storedLine(outcome))
  return outcome
}

function storedLine({ regions, replaced }: { regions: number; replaced: number }): string {
  return `Tersimpan: ${formatNumber(regions)} batas wilayah (${formatNumber(regions - replaced)} baru, ${formatNumber(replaced)} diganti).`
}
