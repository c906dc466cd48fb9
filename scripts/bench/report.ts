import type { MadeFile } from './files'
import type { Speed } from './measure'
import type { BenchPage } from './pages'

/** One page's numbers; a page that does not answer 200 yet is told by its status. */
export type Measured = Pick<BenchPage, 'name' | 'kind'> &
  (
    | { missing: number }
    | {
        missing?: undefined
        bare: Speed
        /** The same questions on the portal's own engine. */
        own: Speed
        portal: Speed
        anew: Speed
        bytes: number | undefined
      }
  )

const goals = { share: 0.5, slower: 5, growth: 1.5, bytes: { public: 40_000, map: 120_000 }, memory: 300 }

const number = (value: number, digits = 0) =>
  value.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const milliseconds = (value: number) => number(value, value < 10 ? 1 : 0)
const verdict = (met: boolean) => (met ? 'tercapai' : 'BELUM')

/** The table of one database; beside each page the goals that it has. */
export function printTable(measured: Measured[], memory: number, say: (line: string) => void): void {
  const head = [
    'halaman',
    'polos/s',
    'p95 ms',
    'portal/s',
    'p50 ms',
    'p95 ms',
    'baru/s',
    'p50 ms',
    'p95 ms',
    'kB',
    'sasaran',
  ]
  const rows = measured.map((row) => {
    if (row.missing !== undefined) return [row.name, `belum ada (${row.missing})`]
    const { bare, portal, anew, bytes } = row
    const signedIn = row.kind === 'office' || row.kind === 'form'
    return [
      row.name,
      number(bare.perSecond),
      milliseconds(bare.p95),
      number(portal.perSecond),
      milliseconds(portal.p50),
      milliseconds(portal.p95),
      ...(signedIn ? ['', '', ''] : [number(anew.perSecond), milliseconds(anew.p50), milliseconds(anew.p95)]),
      bytes === undefined ? '' : number(bytes / 1000, 1),
      goalsOf(row),
    ]
  })
  for (const line of align([head, ...rows])) say(line)
  say(
    `memori portal sesudahnya: ${number(memory)} MB (paling banyak ${goals.memory}: ${verdict(memory < goals.memory)})`,
  )
}

function goalsOf(row: Exclude<Measured, { missing: number }>): string {
  const { kind, bare, own, portal, anew, bytes } = row
  const told: string[] = []
  if (kind === 'public' || kind === 'map') {
    const share = portal.perSecond / bare.perSecond
    told.push(`${number(share * 100)} % dari polos (≥ 50: ${verdict(share >= goals.share)})`)
    const most = goals.bytes[kind]
    if (bytes !== undefined) told.push(`≤ ${number(most / 1000)} kB: ${verdict(bytes <= most)}`)
  } else {
    const times = portal.p95 / Math.max(own.p95, 0.1)
    told.push(`p95 ${number(times, 1)} kali pertanyaannya (≤ 5: ${verdict(times <= goals.slower)})`)
    if (own.p95 !== bare.p95) {
      told.push(`${number(portal.p95 / Math.max(bare.p95, 0.1), 1)} kali di better-sqlite3`)
    }
  }
  const wrong = bare.wrong + own.wrong + portal.wrong + anew.wrong
  if (wrong > 0) told.push(`${number(wrong)} JAWABAN SALAH`)
  return told.join('; ')
}

/** How much slower each page is made with ten times the rows. */
export function printGrowth(large: Measured[], small: Measured[], say: (line: string) => void): void {
  say('\ntumbuhnya waktu membuat halaman (p50) dengan sepuluh kali data, paling banyak 1,5 kali')
  const rows = large.flatMap((row, at) => {
    const other = small[at]
    if (row.missing !== undefined || !other || other.missing !== undefined) return []
    const times = row.anew.p50 / Math.max(other.anew.p50, 0.1)
    return [
      [
        row.name,
        `${milliseconds(other.anew.p50)} → ${milliseconds(row.anew.p50)} ms`,
        `${number(times, 2)} kali`,
        verdict(times <= goals.growth),
      ],
    ]
  })
  for (const line of align(rows)) say(line)
}

/** How long documents and files of many rows took, and the most memory of their process. */
export function printFiles(files: MadeFile[], say: (line: string) => void): void {
  say('')
  const rows = files.map(({ name, rows: many, seconds, memory, bytes }) => [
    name,
    number(many),
    number(seconds, 1),
    number(memory),
    Object.entries(bytes)
      .map(([format, size]) => `${format.toUpperCase()} ${number(size / 1_000_000, 2)} MB`)
      .join(', '),
    `< ${goals.memory} MB: ${verdict(memory < goals.memory)}`,
  ])
  for (const line of align([
    ['dokumen dan berkas', 'baris', 'detik', 'memori MB', 'besar', 'sasaran'],
    ...rows,
  ]))
    say(line)
}

/** The most memory with ten times the rows: bounded where it stays about the same. */
export function printFileGrowth(large: MadeFile[], small: MadeFile[], say: (line: string) => void): void {
  say(`\nmemori membuat berkas dengan sepuluh kali data, paling banyak ${number(goals.growth, 1)} kali`)
  const rows = large.flatMap(({ name, memory }, at) => {
    const other = small[at]
    if (!other) return []
    const times = memory / other.memory
    return [
      [
        name,
        `${number(other.memory)} → ${number(memory)} MB`,
        `${number(times, 2)} kali`,
        verdict(times <= goals.growth),
      ],
    ]
  })
  for (const line of align(rows)) say(line)
}

function align(rows: string[][]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries())
      widths[at] = Math.max(widths[at] ?? 0, row.length > 2 ? cell.length : 0)
  }
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
