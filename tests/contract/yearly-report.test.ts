import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { compareScreen } from '~/features/publications/compare.queries.server'
import { previewScreen } from '~/features/publications/preview.queries.server'
import { outputQuery } from '~/features/publications/publications.schema'
import { periodOf } from '~/features/reporting/periods'
import { onEachEngine } from '../support/engines'
import { aPlannedMapping, aRunningMapping } from '../support/mappings'
import { openPdf, pdfPages, squeezed } from '../support/pdf'
import { person } from '../support/people'
import { aPublication, csvTables, factsOf, xlsxTables } from '../support/publications'
import { aReporter, START, send } from '../support/reports'
import type { TestServices } from '../support/services'

/** The months of 2026 whose reports were due before 22 November. */
const dueMonths = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`)

/** Reporters in two regencies of East Java, one of whom is silent, and mappings that stand at each of their states. */
async function aYear(services: TestServices) {
  services.now = START
  const pacitan = await aReporter(services, '3501122003')
  await aReporter(services, '3501122003')
  const young = await aReporter(services, '3504022001', 40)
  services.now = Date.UTC(2026, 10, 5, 2)
  await send(services, pacitan)
  services.now = START
  const august = periodOf('month', '2026-08-01')
  await send(services, pacitan, { period: august, reason: 'Ketua sakit.' })
  await aRunningMapping(services, '3501122003')
  const settled = await aRunningMapping(services, '3504022001')
  await settleMapping(services, {
    actor: settled.actor,
    mappingId: settled.mappingId,
    version: 2,
  })
  await aPlannedMapping(services, young.officer, '3504')
  return person(services, 'Jawa Timur', { role: 'province_officer', provinceCode: '35' })
}

/** A yearly report of East Java with all that was made of it. */
async function aReport(services: TestServices) {
  const province = await aYear(services)
  const row = await aPublication(services, province, 'tahunan', '35')
  if (!row.files || !row.factsSha256) throw new Error('the report was not made')
  const facts = await factsOf(services, row.factsSha256)
  const table = (key: string) => {
    const found = facts.tables.find((one) => one.key === key)
    if (!found) throw new Error(`there is no table ${key}`)
    return found
  }
  const pdf = await services.storage.read(row.files.pdf.sha256)
  return { province, id: row.id, files: row.files, facts, table, pdf }
}

onEachEngine('the yearly report of a province', (given) => {
  let made: ReturnType<typeof aReport> | undefined
  const report = () => {
    made ??= aReport(given())
    return made
  }

  it('tells expected, actual and timely reports of each regency as the database does, the same in all files', async () => {
    const services = given()
    const { files, facts, table, pdf } = await report()
    const { reports, groupSpans, groups } = services.store.tables
    const spans = await services.store.read
      .select({ from: groupSpans.from, until: groupSpans.until, regencyCode: groups.regencyCode })
      .from(groupSpans)
      .innerJoin(groups, eq(groups.id, groupSpans.groupId))
    const stored = await services.store.read.select().from(reports).where(eq(reports.provinceCode, '35'))
    const counted = (regencyCode: string) => {
      const own = stored.filter(
        (report) =>
          report.regencyCode === regencyCode &&
          dueMonths.includes(report.from) &&
          (report.status === 'sent' || report.status === 'verified'),
      )
      const expected = dueMonths.flatMap((day) =>
        spans.filter(
          ({ from, until, ...span }) =>
            span.regencyCode === regencyCode && from <= day && (until === null || until > day),
        ),
      )
      return [expected.length, own.length, own.filter(({ onTime }) => onTime).length]
    }
    const { headers, raw, rows } = table('laporan')
    const at = ['Wajib lapor', 'Masuk', 'Tepat waktu'].map((header) => headers.indexOf(header))
    const said = (key: string) => at.map((column) => raw.find((row) => row.key === key)?.cells[column])
    for (const code of ['3501', '3502', '3504']) expect(said(code), code).toEqual(counted(code))
    expect(counted('3501')).toEqual([20, 2, 1])
    expect(raw.find(({ key }) => key === '3501')?.cells.slice(4)).toEqual([1000, 1, 500])
    const sums = [...raw.filter(({ isTotal }) => !isTotal)].reduce(
      (sum, { cells }) => sum.map((so, nth) => so + Number(cells[at[nth] ?? 0])),
      [0, 0, 0],
    )
    expect(said('total')).toEqual(sums)
    const same = facts.tables.map(({ title, headers: heads, rows: lines }) => ({
      title,
      headers: heads,
      rows: lines,
    }))
    expect(await xlsxTables(await services.storage.read(files.xlsx.sha256), facts.head)).toEqual(same)
    expect(csvTables(await services.storage.read(files.csv.sha256), facts.head).tables).toEqual(same)
    const text = squeezed((await pdfPages(pdf)).join(''))
    for (const row of rows) expect(text).toContain(squeezed(row.join('')))
    const means = facts.head.definitions.find(({ term }) => term === 'Masa laporan')?.words
    expect(means).toContain('Januari 2026 sampai Oktober 2026')
  }, 60_000)

  it('tells how the mapping of each regency stands: none, planned, running, settled and since when', async () => {
    const services = given()
    const { table, pdf } = await report()
    const { mappings, regions } = services.store.tables
    const stored = await services.store.read.select().from(mappings).where(eq(mappings.provinceCode, '35'))
    const regencies = await services.store.read.select().from(regions).where(eq(regions.parentCode, '35'))
    const states = new Map(table('pemetaan-kabupaten').raw.map(({ key, cells }) => [key, cells.slice(1, 3)]))
    expect([...states.keys()].sort()).toEqual(regencies.map(({ code }) => code).sort())
    expect(states.get('3501')).toEqual(['Berjalan', null])
    expect(states.get('3502')).toEqual(['Belum ada', null])
    // A new one is planned already: the date of the last one that was settled stays.
    expect(states.get('3504')).toEqual(['Direncanakan', '2026-11-22'])
    const counts = new Map(table('pemetaan').raw.map(({ key, cells }) => [key, cells[1]]))
    const planned = stored.filter(({ status }) => status === 'draft').length
    expect(counts.get('draft')).toBe(planned)
    expect(counts.get('none')).toBe(
      regencies.length - new Set(stored.map(({ regencyCode }) => regencyCode)).size,
    )
    expect(counts.get('total')).toBe(regencies.length)
    const text = squeezed((await pdfPages(pdf)).join(''))
    for (const row of table('pemetaan-kabupaten').rows) expect(text).toContain(squeezed(row.join('')))
  }, 60_000)

  it('draws the way through the year with the figures of its table, in the portal and on paper', async () => {
    const services = given()
    const { province, id, table, pdf } = await report()
    const { rows, raw } = table('perjalanan')
    const preview = await previewScreen(services, province, 'tahunan', outputQuery.parse({}))
    const [lines, bars] = preview.tables[0]?.drawings ?? []
    if (lines?.kind !== 'lines' || bars?.kind !== 'bars') throw new Error('nothing is drawn')
    expect(lines.drawing.dates).toEqual(raw.map(({ cells }) => cells[0]))
    expect(lines.drawing.series.map(({ words }) => words)).toEqual([
      rows.map((row) => row[1]),
      rows.map((row) => row[2]),
    ])
    expect(bars.drawing.bars.map(({ words }) => words)).toEqual(rows.map((row) => row[6]))
    expect(bars.drawing.bars.map(({ isPartial }) => isPartial)).toEqual([...Array(10).fill(false), true])
    const document = await openPdf(pdf)
    const trees: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const tree = await (await document.getPage(number)).getStructTree()
      trees.push(JSON.stringify(tree))
      // No heading is left alone at the foot of a page.
      expect(tree?.children.at(-1), `page ${number}`).not.toMatchObject({ role: 'H2' })
    }
    for (const { description } of [lines, bars]) expect(trees.join('')).toContain(description)
    const text = squeezed((await pdfPages(pdf)).join(''))
    for (const { title } of [lines, bars]) expect(text).toContain(squeezed(title))
    const compared = await compareScreen(services, province, id)
    expect(compared.tables[0]?.rows[0]?.name).toBe('31 Januari 2026')
  }, 60_000)
})
