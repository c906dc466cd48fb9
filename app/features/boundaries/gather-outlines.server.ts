import { createHash, type Hash } from 'node:crypto'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { isAppError } from '~/platform/errors'
import { formatBytes, formatDate, formatNumber } from '~/ui/format'
import { noCodeProperty, tooManyPoints } from './boundaries.errors'
import { dotted, flawSentence, regionSentences } from './boundaries.messages'
import { checkOutline, isCaution } from './check-outline'
import { asCode, findCodeProperty, findNameProperty, isSameName, type KnownRegions } from './find-properties'
import type { Findings } from './findings'
import type { BoundaryFile } from './list-files.server'
import type { Outline } from './outline'
import type { ReadFeature } from './read-feature'
import { readText } from './read-text.server'

/** 160 MB as they are packed; all outlines of all villages have fewer. */
const MAX_POINTS = 20_000_000

/** So many regions are looked at before it is decided which property holds their codes. */
const SAMPLE = 20

/** Files below this are read before a person wonders. */
const QUIET_BYTES = 5_000_000

export interface Gathered {
  code: string
  level: RegionLevel
  parentCode: string
  outline: Outline
  /** The file and the place in it. */
  file: string
  place: string
}

interface Looked extends Omit<ReadFeature, 'geometry'> {
  outline: Outline | null
  /** What its outline lets be said; refusals first need the code. */
  flaws: { refuses: boolean; sentence: string }[]
}

export interface Gathering {
  regions: Map<string, Gathered>
  /** Of all bytes, in the order of the files, and of the properties used. */
  sha256: string
}

export interface GatherOptions {
  known: KnownRegions
  /** Local date on which codes must be in force. */
  today: string
  codeProperty?: string
  /** Leaves out regions whose code is unknown or has ended instead of refusing. */
  skipUnknown: boolean
  findings: Findings
  say: (line: string) => void
}

/** Reads and checks every file; what is wrong goes to the findings, and nothing is written anywhere. */
export async function gatherOutlines(files: BoundaryFile[], options: GatherOptions): Promise<Gathering> {
  const gatherer = new Gatherer(options)
  for (const file of files) await gatherer.read(file)
  return { regions: gatherer.regions, sha256: gatherer.hash.digest('hex') }
}

class Gatherer {
  readonly regions = new Map<string, Gathered>()
  readonly hash: Hash = createHash('sha256')
  #points = 0
  #looked = 0
  /** How many regions of the file being read are exactly those of an earlier one. */
  readonly #twice = new Map<string, number>()

  constructor(readonly options: GatherOptions) {}

  async read(file: BoundaryFile): Promise<void> {
    const { findings } = this.options
    try {
      await this.#readFeatures(file)
    } catch (error) {
      if (!isAppError(error)) throw error
      findings.refuse(`${file.name}: ${error.message}`)
    }
    for (const [earlier, count] of this.#twice) {
      findings.caution(`${file.name}: ${regionSentences.sameTwice(count, earlier)}`)
    }
    this.#twice.clear()
  }

  async #readFeatures(file: BoundaryFile): Promise<void> {
    const text = readText(file.path, this.#listen(file))
    const waiting: Looked[] = []
    let properties: Properties | null = null
    for await (const feature of file.read(text)) {
      const looked = this.#look(feature)
      if (properties) {
        this.#take(file, looked, properties)
        continue
      }
      waiting.push(looked)
      if (waiting.length < SAMPLE) continue
      properties = this.#chooseProperties(waiting)
      for (const one of waiting.splice(0)) this.#take(file, one, properties)
    }
    if (waiting.length === 0) return
    properties = this.#chooseProperties(waiting)
    for (const one of waiting) this.#take(file, one, properties)
  }

  /** Progress, and the fingerprint of what is really read. */
  #listen(file: BoundaryFile) {
    const { say } = this.options
    say(`Membaca ${file.name} (${formatBytes(file.bytes)}) …`)
    let read = 0
    let told = 0
    return {
      bytes: (chunk: Buffer) => {
        this.hash.update(chunk)
        read += chunk.length
        const percent = Math.floor((read / file.bytes) * 100)
        if (file.bytes < QUIET_BYTES || percent < told + 10) return
        told = percent
        say(`  ${percent}% · ${formatNumber(this.#looked)} wilayah`)
      },
    }
  }

  /** Checks and packs the outline at once, because the points as read take several times the room. */
  #look({ geometry, ...feature }: ReadFeature): Looked {
    this.#looked++
    const refusing = (sentence: string): Looked => ({
      ...feature,
      outline: null,
      flaws: [{ refuses: true, sentence }],
    })
    if (!geometry) return refusing(regionSentences.noGeometry)
    const isPolygon = ['Polygon', 'MultiPolygon', 'path'].includes(feature.geometryType)
    if (geometry.kind === 'too_detailed') return refusing(regionSentences.tooDetailed(geometry.points))
    if (geometry.kind === 'not_polygon' || !isPolygon)
      return refusing(regionSentences.otherGeometry(feature.geometryType))
    this.#points += geometry.points
    if (this.#points > MAX_POINTS) throw tooManyPoints(formatNumber(MAX_POINTS))
    const { outline, flaws } = checkOutline(geometry.pieces)
    return {
      ...feature,
      outline,
      flaws: flaws.map((flaw) => ({ refuses: !isCaution(flaw.kind), sentence: flawSentence(flaw) })),
    }
  }

  #chooseProperties(looked: Looked[]): Properties {
    const { known, codeProperty } = this.options
    const samples = looked.map(({ properties }) => properties)
    const names = [...new Set(samples.flatMap((one) => Object.keys(one)))]
    const wanted = codeProperty && names.includes(codeProperty) ? codeProperty : null
    const code = wanted ?? (codeProperty ? null : findCodeProperty(samples, known))
    if (!code) throw noCodeProperty(names)
    this.hash.update(JSON.stringify(code))
    return { code, name: findNameProperty(samples, code, known) }
  }

  #take(file: BoundaryFile, looked: Looked, properties: Properties): void {
    const { findings, known, today, skipUnknown } = this.options
    const written = looked.properties[properties.code]
    const code = asCode(written)
    const at = `${file.name}, ${looked.place}${code ? `, ${dotted(code)}` : ''}`
    if (!code) {
      findings.refuse(
        `${at}: ${written ? regionSentences.notCode(written) : regionSentences.noCode(properties.code)}`,
      )
      return
    }
    const region = known.get(code)
    const unusable = !region
      ? regionSentences.unknown
      : region.validUntil !== null && region.validUntil < today
        ? regionSentences.ended(formatDate(region.validUntil))
        : null
    if (!region || unusable) {
      if (skipUnknown) findings.caution(`${at}: ${unusable} ${regionSentences.skipped}`)
      else findings.refuse(`${at}: ${unusable}`)
      return
    }
    for (const { refuses, sentence } of looked.flaws) {
      if (refuses) findings.refuse(`${at}: ${sentence}`)
      else findings.caution(`${at}: ${sentence}`)
    }
    const name = properties.name ? looked.properties[properties.name] : undefined
    if (name && !isSameName(name, region))
      findings.caution(`${at}: ${regionSentences.otherName(name, region.name)}`)
    this.#keep(at, file, looked, { code, level: region.level, parentCode: region.parentCode })
  }

  /** The same region twice refuses, unless another file holds exactly the same outline, as a second format does. */
  #keep(
    at: string,
    file: BoundaryFile,
    { outline, place }: Looked,
    region: Pick<Gathered, 'code' | 'level' | 'parentCode'>,
  ): void {
    const { findings } = this.options
    const first = this.regions.get(region.code)
    if (!first) {
      const kept = outline ?? { points: new Int32Array(), rings: [] }
      this.regions.set(region.code, { ...region, outline: kept, file: file.name, place })
      return
    }
    const where = `${first.file}, ${first.place}`
    if (outline && first.file !== file.name && isSame(outline, first.outline)) {
      this.#twice.set(first.file, (this.#twice.get(first.file) ?? 0) + 1)
    } else findings.refuse(`${at}: ${regionSentences.duplicate(where)}`)
  }
}

interface Properties {
  code: string
  name: string | null
}

function isSame(a: Outline, b: Outline): boolean {
  return Buffer.from(a.points.buffer).equals(Buffer.from(b.points.buffer))
}
