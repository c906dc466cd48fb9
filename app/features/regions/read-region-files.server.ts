import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Zone } from '~/platform/calendar'
import { localWord, zoneOf } from './local-words'
import type { RegionKind, RegionLevel } from './regions.tables'

/** The decree whose list of codes the pinned package carries, and the day from which it holds. */
export const edition = { name: 'Kepmendagri 300.2.2-2138/2025', validFrom: '2025-04-25' }

const files = ['provinces.csv', 'regencies.csv', 'districts.csv', 'villages.csv'] as const

/** A region as the list of codes has it, with what follows from its code. */
export interface RegionFact {
  code: string
  level: RegionLevel
  kind: RegionKind
  name: string
  localWord: string
  parentCode: string | null
  provinceCode: string
  regencyCode: string | null
  districtCode: string | null
  zone: Zone
  villageCount: number
  /** The code that it followed, where we know it: Papua's provinces of 2022 and the moves of 2025. */
  predecessorCode: string | null
}

export interface RegionFiles {
  sha256: string
  /** Parses all of them, provinces first and villages last. */
  regions(): RegionFact[]
}

/** Reads the CSV files of the package `idn-area-data`, and our list of predecessors (`scripts/match-predecessors.ts`). */
export function readRegionFiles(): RegionFiles {
  const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data')
  const contents = files.map((name) => readFileSync(join(folder, name)))
  const followed = readFileSync('app/features/regions/predecessors.csv')
  const hash = createHash('sha256')
  for (const content of [...contents, followed]) hash.update(content)
  return {
    sha256: hash.digest('hex'),
    regions() {
      const listed = contents.flatMap(parseList)
      const villages = countVillages(listed)
      const predecessors = parsePredecessors(followed)
      return listed.map(({ code, name }) => ({
        ...regionFact(code, name),
        villageCount: villages.get(code) ?? 0,
        predecessorCode: predecessors.get(code) ?? null,
      }))
    },
  }
}

function parseList(content: Buffer): { code: string; name: string }[] {
  const rows: Record<string, string>[] = parse(content, { columns: true, skip_empty_lines: true, bom: true })
  return rows.map(({ code = '', name = '' }) => ({ code: code.replaceAll('.', ''), name: name.trim() }))
}

function parsePredecessors(content: Buffer): Map<string, string> {
  const rows: Record<string, string>[] = parse(content, { columns: true, skip_empty_lines: true })
  return new Map(rows.map(({ code = '', predecessor = '' }) => [code, predecessor]))
}

/** How many villages lie in each region, itself included. */
function countVillages(listed: { code: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of listed) {
    if (code.length !== 10) continue
    for (const at of [code, code.slice(0, 6), code.slice(0, 4), code.slice(0, 2)]) {
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}

const shapes: Record<number, { level: RegionLevel; parent: number }> = {
  2: { level: 'province', parent: 0 },
  4: { level: 'regency', parent: 2 },
  6: { level: 'district', parent: 4 },
  10: { level: 'village', parent: 6 },
}

function regionFact(code: string, listedName: string): Omit<RegionFact, 'villageCount' | 'predecessorCode'> {
  const shape = shapes[code.length]
  if (!shape) throw new Error(`${code} (${listedName}) is not a region code`)
  const kind = kindOf(code, shape.level)
  const [, prefix = '', name = listedName] =
    (shape.level === 'regency' && /^((?:Kabupaten|Kota)(?: Administrasi)?) (.+)$/.exec(listedName)) || []
  return {
    code,
    level: shape.level,
    kind,
    name,
    localWord: prefix ? prefix.toLowerCase() : localWord(code, kind),
    parentCode: shape.parent ? code.slice(0, shape.parent) : null,
    provinceCode: code.slice(0, 2),
    regencyCode: code.length >= 4 ? code.slice(0, 4) : null,
    districtCode: code.length >= 6 ? code.slice(0, 6) : null,
    zone: zoneOf(code),
  }
}

/** Regencies 01-69, cities 71-99; village blocks 1xxx kelurahan, 2xxx desa, 3xxx desa adat. */
function kindOf(code: string, level: RegionLevel): RegionKind {
  switch (level) {
    case 'province':
      return 'provinsi'
    case 'regency':
      return Number(code.slice(2)) > 70 ? 'kota' : 'kabupaten'
    case 'district':
      return 'kecamatan'
    case 'village': {
      const kind = ({ '1': 'kelurahan', '2': 'desa', '3': 'desa_adat' } as const)[code.charAt(6)]
      if (!kind) throw new Error(`${code} lies in no known block of village codes`)
      return kind
    }
  }
}
