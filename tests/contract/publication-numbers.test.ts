import { parse } from 'csv-parse/sync'
import { and, between, eq, inArray } from 'drizzle-orm'
import { readSheet } from 'read-excel-file/universal'
import { expect, it } from 'vitest'
import { partnershipStatusWords } from '~/features/partnerships/partnerships.messages'
import { accountabilityScreen, makeAccountability } from '~/features/publications/accountability.server'
import { PublicationId } from '~/features/publications/publications.schema'
import { exportReports } from '~/features/reporting/export-reports.server'
import { reportListQuery } from '~/features/reporting/office-reports.schema'
import { periodOf } from '~/features/reporting/periods'
import { setSetting } from '~/features/settings/set-setting.server'
import { DAY } from '~/platform/clock'
import type { FileFormat } from '~/platform/spreadsheet/file'
import { onEachEngine } from '../support/engines'
import { aPartnership } from '../support/partnerships'
import { pdfPages, squeezed } from '../support/pdf'
import { person } from '../support/people'
import { someFigures } from '../support/population'
import {
  aPublication,
  csvTables,
  factsOf,
  publicationRow,
  runJobs,
  someLife,
  xlsxTables,
} from '../support/publications'
import { aContent, aReporter, october, START, send } from '../support/reports'

onEachEngine('the numbers of snapshots', (given) => {
  it('count groups as the database does', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const { store } = services
    const row = await aPublication(services, mimika, 'kim', '9404')
    const { tables } = await factsOf(services, row.factsSha256 ?? '')
    const { groups } = store.tables
    const registered = await store.read
      .select()
      .from(groups)
      .where(and(eq(groups.regencyCode, '9404'), eq(groups.status, 'registered')))
    const [recap, list] = tables
    const at = recap?.headers.indexOf('KIM terdaftar') ?? -1
    const byDistrict = new Map(recap?.raw.map(({ key, cells }) => [key, cells[at]]))
    expect(byDistrict.get('total')).toBe(registered.length)
    for (const district of new Set(registered.map(({ districtCode }) => districtCode))) {
      const there = registered.filter(({ districtCode }) => districtCode === district)
      expect(byDistrict.get(district)).toBe(there.length)
    }
    expect(list?.raw.map(({ key }) => key).sort()).toEqual(registered.map(({ number }) => number).sort())
  })

  it('count activities and what they reached as the database does', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const { activities, activityFunctions, activityChannels } = services.store.tables
    const { read } = services.store
    const confirmed = await read
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.regencyCode, '9404'),
          eq(activities.status, 'confirmed'),
          between(activities.localDate, '2026-11-01', '2026-11-30'),
        ),
      )
    const ids = new Set(confirmed.map(({ id }) => id))
    const reach = new Map(confirmed.map((activity) => [activity.id, activity.reach ?? 0]))
    const functions = (await read.select().from(activityFunctions)).filter((one) => ids.has(one.activityId))
    const channels = (await read.select().from(activityChannels)).filter((one) => ids.has(one.activityId))
    const row = await aPublication(services, mimika, 'kegiatan', '9404', {
      dari: '2026-11',
      sampai: '2026-11',
    })
    const { tables } = await factsOf(services, row.factsSha256 ?? '')
    const cells = (table: string, key: string) =>
      tables.find((one) => one.key === table)?.raw.find((one) => one.key === key)?.cells ?? []
    expect(confirmed.length).toBeGreaterThan(1)
    expect(cells('fungsi', 'all')[1]).toBe(confirmed.length)
    const summed = (some: { activityId: string }[]) =>
      some.reduce((sum, { activityId }) => sum + (reach.get(activityId) ?? 0), 0)
    for (const name of ['diskusi', 'diseminasi', 'akses']) {
      const own = functions.filter((one) => one.function === name)
      expect(cells('fungsi', `function:${name}`).slice(1, 3)).toEqual([own.length, summed(own)])
    }
    for (const name of ['tatap_muka', 'cetak']) {
      const own = channels.filter(({ channel }) => channel === name)
      expect(cells('saluran', `channel:${name}`).slice(1, 3)).toEqual([own.length, summed(own)])
    }
  })

  it('say the indicator with two decimals and a comma, from the figures that were imported', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    await someFigures(services, mimika, ['9404;456333;319580', '940401;1000;600'])
    const row = await aPublication(services, mimika, 'sasaran', '9404')
    const { head, tables } = await factsOf(services, row.factsSha256 ?? '')
    const [target, , , byDistrict] = tables
    expect(target?.rows).toEqual([
      ['Kabupaten Mimika', '456.333', '319.580', '70,03%', 'Dukcapil Semester I 2026, 2026'],
    ])
    expect(byDistrict?.rows.at(-1)?.slice(0, 4)).toEqual(['Jumlah', '1.000', '600', '60,00%'])
    expect(head.warnings.join(' ')).toMatch(
      /bukan nilai indikatornya.*lebih dari sekali.*belum punya angka penduduk/s,
    )
  })

  it('count districts in both ways as the database does', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const row = await aPublication(services, mimika, 'kecamatan', '9404')
    const { tables } = await factsOf(services, row.factsSha256 ?? '')
    const { groups, regions } = services.store.tables
    const districts = await services.store.read
      .select({ code: regions.code })
      .from(regions)
      .where(eq(regions.parentCode, '9404'))
    const registered = await services.store.read
      .select()
      .from(groups)
      .where(and(eq(groups.regencyCode, '9404'), eq(groups.status, 'registered')))
    const withGroup = new Set(registered.map(({ districtCode }) => districtCode)).size
    const share = (part: number) => Math.round((part * 10_000) / districts.length)
    const [variants, each] = tables
    const cellsOf = (header: string) => variants?.raw[0]?.cells[variants.headers.indexOf(header)]
    expect(cellsOf('Kecamatan')).toBe(districts.length)
    expect(cellsOf('Kecamatan ber-KIM')).toBe(withGroup)
    expect(cellsOf('Cara A, terdaftar (%)')).toBe(share(withGroup))
    expect(cellsOf('KIM terdaftar')).toBe(registered.length)
    expect(cellsOf('Cara B (%)')).toBe(share(registered.length))
    expect(
      each?.raw
        .filter(({ isTotal }) => !isTotal)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(districts.map(({ code }) => code).sort())
  })

  it('list every partnership of the offices in a region, and count them by state', async () => {
    const services = given()
    const { mimika, pacitan, papuaTengah } = await someLife(services)
    await aPartnership(services, mimika)
    await aPartnership(services, papuaTengah, { number: '480/13/2026' })
    await aPartnership(services, pacitan, { number: '480/14/2026' })
    const row = await aPublication(services, papuaTengah, 'kemitraan', '94')
    const { tables } = await factsOf(services, row.factsSha256 ?? '')
    const { partnerships } = services.store.tables
    const stored = await services.store.read
      .select()
      .from(partnerships)
      .where(eq(partnerships.provinceCode, '94'))
    const [byRegion, list] = tables
    expect(list?.raw.map(({ key }) => key).sort()).toEqual(stored.map(({ id }) => id).sort())
    const proposed = byRegion?.headers.indexOf(partnershipStatusWords.proposed.label) ?? -1
    expect(byRegion?.raw.find(({ key }) => key === '9404')?.cells[proposed]).toBe(
      stored.filter(({ regencyCode, status }) => regencyCode === '9404' && status === 'proposed').length,
    )
  })

  it('tell of a partnership what it is about, who answers and who pays, the same in all three files', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const id = await aPartnership(services, mimika, {
      title: 'Siaran bersama radio kota',
      scope: 'Empat siaran sebulan tentang layanan publik.',
      topics: ['kesehatan', 'hoaks'],
      budgetCode: '2.16.02.2.01.08',
      fundingSource: 'village_fund',
      responsible: 'Kepala Bidang IKP',
    })
    const { files, factsSha256 } = await aPublication(services, mimika, 'kemitraan', '9404')
    if (!files) throw new Error('the list was not made')
    const { head, tables } = await factsOf(services, factsSha256 ?? '')
    const said = tables.map(({ title, headers, rows }) => ({ title, headers, rows }))
    const [list] = tables
    const row = list?.rows[list.raw.findIndex(({ key }) => key === id)] ?? []
    expect(Object.fromEntries(row.map((words, at) => [list?.headers[at], words]))).toMatchObject({
      'Ruang lingkup': 'Empat siaran sebulan tentang layanan publik.',
      Topik: 'Kesehatan, Klarifikasi hoaks dan literasi digital',
      'Kode anggaran': '2.16.02.2.01.08',
      'Sumber dana': 'Dana desa',
      'Penanggung jawab': 'Kepala Bidang IKP',
    })
    expect(await xlsxTables(await services.storage.read(files.xlsx.sha256), head)).toEqual(said)
    expect(csvTables(await services.storage.read(files.csv.sha256), head).tables).toEqual(said)
    const pdf = squeezed((await pdfPages(await services.storage.read(files.pdf.sha256))).join(''))
    expect(pdf).toContain(
      squeezed(
        'Ruang lingkup: Empat siaran sebulan tentang layanan publik. · Topik: Kesehatan, Klarifikasi hoaks dan literasi digital · Kode anggaran: 2.16.02.2.01.08 · Sumber dana: Dana desa · Penanggung jawab: Kepala Bidang IKP',
      ),
    )
  })

  it('state the money that a group reported, up to the most that it may, the same in all three files', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services, '9404022001', 100)
    const most = { ...aContent, received: 2_000_000_000, spent: 1_999_999_999 }
    await send(services, group, { content: most })
    const september = periodOf('month', '2026-09-01')
    await send(services, group, { content: most, period: september, reason: 'Nota baru ditemukan.' })
    const id = PublicationId.parse(services.newId())
    await makeAccountability(services, {
      actor: group.member,
      requestId: 'r',
      id,
      groupId: group.id,
      period: { dari: '2026-09', sampai: '2026-10' },
    })
    await runJobs(services)
    const { files, factsSha256 } = await publicationRow(services, id)
    if (!files) throw new Error('the sheet was not made')
    const { head, tables } = await factsOf(services, factsSha256 ?? '')
    const said = tables.map(({ title, headers, rows }) => ({ title, headers, rows }))
    const total = ['Jumlah', '–', '4.000.000.000', '3.999.999.998', '2']
    expect(said[1]?.rows.map(([period, , ...amounts]) => [period, ...amounts])).toEqual([
      ['September 2026', '2.000.000.000', '1.999.999.999', '1'],
      ['Oktober 2026', '2.000.000.000', '1.999.999.999', '1'],
      ['Jumlah', '4.000.000.000', '3.999.999.998', '2'],
    ])
    // Without any activity the head of the group's village still signs.
    expect(said[0]?.rows).toEqual([['0 kegiatan', '–', '0', '0', '0', '0', '–']])
    expect(head.signers?.at(-1)).toMatch(/^Mengetahui, Kepala (Kelurahan|Kampung|Desa) \S/)
    expect(await xlsxTables(await services.storage.read(files.xlsx.sha256), head)).toEqual(said)
    expect(csvTables(await services.storage.read(files.csv.sha256), head).tables).toEqual(said)
    const pdf = squeezed((await pdfPages(await services.storage.read(files.pdf.sha256))).join(''))
    expect(pdf).toContain(squeezed(total.join('')))
  })

  it('leave out the money of a report that only partly belongs to the sheet, and say so', async () => {
    const services = given()
    services.now = START - 90 * DAY
    await setSetting(services, {
      actor: await person(services, 'Admin', { role: 'admin' }),
      requestId: 'r',
      key: 'reportPeriod',
      regionCode: '3503',
      value: 'quarter',
      validFrom: '2026-10-01',
      seen: '',
    })
    services.now = START
    const group = await aReporter(services, '3503012001')
    services.now = Date.UTC(2027, 0, 5)
    await send(services, group, { period: periodOf('quarter', '2026-10-01') })
    const sheet = async (sampai: string) => {
      const asked = { dari: '2026-10', sampai }
      const { tables, warnings } = await accountabilityScreen(services, group.member, group.id, asked)
      return { rows: tables[1]?.rows.map(({ cells }) => cells[0]), warnings: warnings.join(' ') }
    }
    expect(await sheet('2026-12')).toEqual({ rows: ['Triwulan IV 2026', 'Jumlah'], warnings: '' })
    expect(await sheet('2026-11')).toEqual({
      rows: [],
      warnings: expect.stringContaining('laporan Triwulan IV 2026 tidak dihitung'),
    })
    services.now = START
  })

  it('of a list of reports are the same as XLSX, as CSV and in the database', async () => {
    const services = given()
    services.now = START
    const late = await aReporter(services, '9404011014')
    const silent = await aReporter(services, '9404011014')
    await send(services, late)
    const file = async (format: FileFormat) => {
      const { chunks } = await exportReports(services, {
        actor: late.officer,
        query: reportListQuery.parse({ masa: 'bulan-2026-10' }),
        format,
        requestId: 'r',
      })
      const parts: Uint8Array[] = []
      for await (const chunk of chunks) parts.push(chunk)
      return Buffer.concat(parts)
    }
    const csv: string[][] = parse(await file('csv'), { delimiter: ';', bom: true })
    const end = csv.findIndex((line) => line.every((cell) => cell === ''))
    const xlsx = await readSheet(new Uint8Array(await file('xlsx')).buffer, 1)
    expect(xlsx.map((line) => line.map(asInCsv))).toEqual(csv.slice(0, end))
    const [headers = []] = csv
    const cell = (number: string, header: string) =>
      csv.find(([first]) => first === number)?.[headers.indexOf(header)]
    const { reports } = services.store.tables
    const stored = await services.store.read
      .select()
      .from(reports)
      .where(and(inArray(reports.groupId, [late.id, silent.id]), eq(reports.from, october.from)))
    expect(stored.map(({ received, spent, onTime }) => [received, spent, onTime])).toEqual([
      [aContent.received, aContent.spent, false],
    ])
    expect(cell(late.number, 'Uang diterima (Rp)')).toBe(String(stored[0]?.received))
    expect(cell(late.number, 'Uang dibelanjakan (Rp)')).toBe(String(stored[0]?.spent))
    expect(cell(late.number, 'Tepat waktu')).toBe('tidak')
    expect(cell(silent.number, 'Uang diterima (Rp)')).toBe('')
  })
})

/** A cell of a workbook as the CSV file writes it. */
function asInCsv(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null ? '' : String(cell)
}
