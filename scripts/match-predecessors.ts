import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { readRegionFiles } from '~/features/regions/read-region-files.server'
import { searchKey } from '~/platform/text'

/**
 * Makes `app/features/regions/predecessors.csv`: which older code a present one follows.
 *
 *     npx tsx scripts/match-predecessors.ts <data folder of a newer edition> <of an older one> … > predecessors.csv
 *
 * Folders hold the CSV files of earlier releases of `idn-area-data` (3.1.2: edition of 2022; 2.2.0: before
 * Papua Barat Daya). A code that an edition does not have follows the code that vanished after it and has the same
 * name in the same regency; where two vanished ones fit, the district's name decides, else nothing is said.
 */
const papua2022: Record<string, string> = {
  // The provinces of July 2022 lie before the oldest release. The former codes of Papua (91) are general knowledge:
  // they fill exactly the gaps that the codes still in use there leave.
  '9301': '9101',
  '9302': '9116',
  '9303': '9117',
  '9304': '9118',
  '9401': '9104',
  '9402': '9107',
  '9403': '9108',
  '9404': '9109',
  '9405': '9125',
  '9406': '9126',
  '9407': '9127',
  '9408': '9128',
  '9501': '9102',
  '9502': '9112',
  '9503': '9113',
  '9504': '9114',
  '9505': '9121',
  '9506': '9122',
  '9507': '9123',
  '9508': '9124',
}

type Names = Map<string, string>

const present: Names = new Map(
  readRegionFiles()
    .regions()
    .map(({ code, name }) => [code, plain(name)]),
)
const found = new Map(Object.entries(papua2022))
for (const folder of process.argv.slice(2)) {
  const former = await readFolder(folder)
  for (const [code, predecessor] of match(former)) if (!found.has(code)) found.set(code, predecessor)
}
process.stdout.write('code,predecessor\n')
for (const [code, predecessor] of [...found].sort()) process.stdout.write(`${code},${predecessor}\n`)

function plain(name: string): string {
  return searchKey(name.replace(/^(kabupaten|kota)( administrasi)? /i, '')).replaceAll(' ', '')
}

async function readFolder(folder: string): Promise<Names> {
  const names: Names = new Map()
  for (const level of ['regencies', 'districts', 'villages']) {
    const rows = createReadStream(join(folder, `${level}.csv`)).pipe(
      parse({ columns: true, bom: true, relax_quotes: true }),
    )
    for await (const { code, name } of rows) names.set(String(code).replaceAll('.', ''), plain(String(name)))
  }
  return names
}

function match(former: Names): [string, string][] {
  const vanished = [...former].filter(([code]) => !present.has(code))
  const formerRegency = new Map<string, string>()
  const isCity = (code: string) => Number(code.slice(2, 4)) > 70
  return [...present]
    .filter(([code]) => code.length > 2 && !former.has(code))
    .sort(([a], [b]) => a.length - b.length)
    .flatMap(([code, name]): [string, string][] => {
      const regency = formerRegency.get(code.slice(0, 4)) ?? code.slice(0, 4)
      const alike = vanished.filter(
        ([old, oldName]) =>
          old.length === code.length &&
          oldName === name &&
          (code.length === 4 ? isCity(old) === isCity(code) : old.startsWith(regency)),
      )
      const district = present.get(code.slice(0, 6))
      const near = alike.filter(([old]) => former.get(old.slice(0, 6)) === district)
      const [only] = alike.length === 1 ? alike : near.length === 1 ? near : []
      if (!only) return []
      if (code.length === 4) formerRegency.set(code, only[0])
      return [[code, only[0]]]
    })
}
