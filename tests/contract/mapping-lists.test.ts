import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { applyList } from '~/features/mapping/apply-list.server'
import { listProblemsFile, listScreen, listsScreen } from '~/features/mapping/lists.queries.server'
import { actOnList, uploadList } from '~/features/mapping/lists.server'
import {
  ListActForm,
  type MappingId,
  type MappingImportId,
  rowsQuery,
} from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { rowsScreen } from '~/features/mapping/rows.queries.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { MAX_LIST_ROWS } from '~/features/mapping/walk-list.server'
import { jobHandlers } from '~/jobs'
import { MINUTE } from '~/platform/clock'
import { runOneJob } from '~/platform/jobs/worker'
import { tableAsXlsx } from '~/platform/spreadsheet/xlsx'
import { onEachEngine } from '../support/engines'
import { addCandidate, aRunningMapping, uploadedFile, uploadedList } from '../support/mappings'
import type { TestServices } from '../support/services'
import { aWorkbook, computing, merging, SHEET } from '../support/workbook'

async function work(services: TestServices): Promise<void> {
  while (await runOneJob(services, jobHandlers)) {
    // every job that is due
  }
}

interface Given {
  actor: Actor
  mappingId: MappingId
}

/** Checks a list with columns, those that were guessed unless told. */
async function checked(
  services: TestServices,
  { actor, mappingId }: Given,
  importId: MappingImportId,
  chosen?: Record<string, number>,
) {
  const { version, layout } = await listScreen(services, actor, mappingId, importId)
  const act = ListActForm.parse({ intent: 'check', version, columns: chosen ?? layout?.columns })
  await actOnList(services, { ...act, actor, mappingId, importId })
  await work(services)
  return listScreen(services, actor, mappingId, importId)
}

async function act(
  services: TestServices,
  { actor, mappingId }: Given,
  importId: MappingImportId,
  intent: 'apply' | 'discard',
) {
  const { version } = await listScreen(services, actor, mappingId, importId)
  await actOnList(services, { actor, mappingId, importId, intent, version })
}

async function rowsOf(services: TestServices, mappingId: string): Promise<number> {
  const { mappingRows } = services.store.tables
  const [row] = await services.store.read
    .select({ total: count() })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mappingId))
  return Number(row?.total)
}

/** Pairs of cell and message of what is wrong. */
const wrong = (screen: { problems: { column: string; row: number; message: string }[] }) =>
  Object.fromEntries(screen.problems.map(({ column, row, message }) => [`${column}${row}`, message]))

onEachEngine('a list for a mapping', (given) => {
  test('is tried first, comes in whole once accepted, and a second time brings nothing', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '9404011003')
    const lines = [
      'Nayaro;Mimika Baru;Karang Taruna Nayaro;karang taruna;b;Bentuk KIM;0812 3456 7890',
      'Koperapoka;;PKK Koperapoka;PKK;kelas b;;',
      'Koperapoka;;Radio Warga;Media warga;a;Kemitraan;radio@contoh.id',
    ]
    const id = await uploadedList(services, mapping.actor, mapping.mappingId, lines)
    const screen = await checked(services, mapping, id)
    expect(screen.counts).toEqual({ rows: 3, fresh: 3, repeated: 0, wrongRows: 0, stopped: false })
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
    await act(services, mapping, id, 'apply')
    await work(services)
    expect((await listScreen(services, mapping.actor, mapping.mappingId, id)).status).toBe('applied')
    const { sum } = await mappingScreen(services, mapping.actor, mapping.mappingId)
    expect(sum).toMatchObject({
      rows: 4,
      classes: { a: 1, b: 3 },
      followUps: { form: 2, partner: 1, none: 1 },
    })
    const again = await uploadedList(services, mapping.actor, mapping.mappingId, lines)
    expect((await checked(services, mapping, again)).counts).toMatchObject({ fresh: 0, repeated: 3 })
  })

  test('names sheet, cell and reason of everything that is wrong, and lets nothing in', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3501012001')
    const id = await uploadedList(services, mapping.actor, mapping.mappingId, [
      "Sukoharjo;Pacitan;=cmd|' /C calc'!A0;PKK;b;;",
      'Tidak Ada;Pacitan;PKK Satu;PKK;b;;',
      'Sukoharjo;Pacitan;PKK Dua;Paduan suara;c;Entah;12345',
      'Sukoharjo;Pacitan;PKK Ã©;PKK;b;;',
      'Sukoharjo;Pacitan;PKK Baik;PKK;b;;+62 812-3456-7890',
    ])
    const screen = await checked(services, mapping, id)
    expect(screen.counts).toMatchObject({ rows: 5, fresh: 1, wrongRows: 4 })
    const told = wrong(screen)
    expect(Object.keys(told)).toEqual(['C2', 'A3', 'D4', 'E4', 'F4', 'G4', 'C5'])
    expect(told.C2).toContain('rumus')
    expect(told.A3).toContain('tidak ditemukan')
    expect(told.D4).toContain('tidak dikenal')
    expect(told.C5).toContain('rusak')
    const { version } = screen
    const apply = { ...mapping, importId: id, intent: 'apply' as const, version }
    await expect(actOnList(services, apply)).rejects.toMatchObject({ code: 'list_not_ready' })
    const file = await listProblemsFile(services, mapping.actor, mapping.mappingId, id)
    const parts: Uint8Array[] = []
    for await (const chunk of file.chunks) parts.push(chunk)
    const text = Buffer.concat(parts).toString('utf8')
    expect(text).toContain('C2')
    expect(text).not.toMatch(/(^|;)=cmd/m)
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
  })

  test('that is no table, or holds headings alone, is not kept at all', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '3502012001')
    const files: [string, BlobPart][] = [
      ['Excel lama', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
      ['tidak dapat dibuka', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])],
      ['kosong', ''],
      ['Tidak ada baris data', 'Desa;Nama kelompok;Jenis;Kelas'],
    ]
    for (const [words, content] of files) {
      await expect(
        uploadedFile(services, actor, mappingId, new File([content], 'daftar')),
      ).rejects.toMatchObject({
        code: 'list_refused',
        field: 'file',
        message: expect.stringContaining(words),
      })
    }
    expect((await listsScreen(services, actor, mappingId)).lists).toEqual([])
  })

  test('with headings that nobody guesses is read as the officer matches its columns', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3507012001')
    const lines = [
      'K1;K2;K3;K4;K5',
      '1;b;PKK;PKK Satu;3507012001',
      '2;z;PKK;PKK Dua;3507012001',
      '3;b;PKK;PKK 3507 0120 0112 3456;3507012001',
    ]
    const id = await uploadedList(services, mapping.actor, mapping.mappingId, lines, 'REKAP;;;;')
    const uploaded = await listScreen(services, mapping.actor, mapping.mappingId, id)
    expect(uploaded).toMatchObject({
      status: 'uploaded',
      choosing: true,
      layout: { headerRow: 2, headers: ['K1', 'K2', 'K3', 'K4', 'K5'], columns: {} },
    })
    expect(JSON.stringify(uploaded.layout)).not.toContain('3456')
    await expect(checked(services, mapping, id)).rejects.toMatchObject({ code: 'mapping_incomplete' })
    const twice = { villageCode: 4, name: 4, kind: 2, class: 1 }
    await expect(checked(services, mapping, id, twice)).rejects.toMatchObject({ code: 'mapping_incomplete' })
    const wronglyChosen = await checked(services, mapping, id, { ...twice, name: 0 })
    expect(wronglyChosen.counts?.wrongRows).toBe(3)
    const screen = await checked(services, mapping, id, { ...twice, name: 3 })
    expect(screen.counts).toMatchObject({ rows: 3, fresh: 1, wrongRows: 2 })
    expect(screen.problems.map(({ column, row }) => `${column}${row}`)).toEqual(['B4', 'D5'])
    expect(JSON.stringify(screen.problems)).not.toContain('3456')
  })

  test('with codes of before is told which follow them', async () => {
    const services = given()
    const { regions } = services.store.tables
    const mapping = await aRunningMapping(services, '9401011001')
    const change = (code: string, changes: Partial<typeof regions.$inferInsert>) =>
      services.store.transact(({ db }) => db.update(regions).set(changes).where(eq(regions.code, code)))
    await change('9401011002', { validUntil: '2025-04-24' })
    await change('9401011001', { predecessorCode: '9401011002' })
    const id = await uploadedList(
      services,
      mapping.actor,
      mapping.mappingId,
      ['9401011002;PKK Satu;PKK;b', '9104011001;PKK Dua;PKK;b', '9401011001;PKK Tiga;PKK;b'],
      'Kode desa;Nama kelompok;Jenis;Kelas',
    )
    const screen = await checked(services, mapping, id)
    await change('9401011002', { validUntil: null })
    await change('9401011001', { predecessorCode: null })
    expect(screen.counts).toMatchObject({ fresh: 1, wrongRows: 2 })
    const now = 'sudah tidak berlaku. Sekarang 9401011001 (Wonorejo, Nabire). Pakai kode yang baru.'
    expect(wrong(screen)).toEqual({ A2: `Kode 9401011002 ${now}`, A3: `Kode 9104011001 ${now}` })
  })

  test('whose ground changed between the check and its acceptance comes in not at all', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3503012001')
    const many = Array.from({ length: 600 }, (_, at) => `3503012001;PKK ${at};PKK;b`)
    const lines = [...many, '3503012001;Klub Sepeda;Lainnya;b']
    const headings = 'Kode desa;Nama kelompok;Jenis;Kelas'
    const id = await uploadedList(services, mapping.actor, mapping.mappingId, lines, headings)
    await checked(services, mapping, id)
    await act(services, mapping, id, 'apply')
    const { communityKinds } = services.store.tables
    const until = (validUntil: string | null) =>
      services.store.transact(({ db }) =>
        db.update(communityKinds).set({ validUntil }).where(eq(communityKinds.code, 'lainnya')),
      )
    await until('2026-01-01')
    await work(services)
    await until(null)
    const screen = await listScreen(services, mapping.actor, mapping.mappingId, id)
    expect(screen).toMatchObject({ status: 'checked' })
    expect(screen.refusal).toContain('baris 602')
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
  })

  test('of a workbook is read like one of text, codes and dates as they are shown', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3505012001')
    const chunks = tableAsXlsx<{ code: number; name: string }>({
      name: 'Kelompok',
      columns: [
        { header: 'Kode desa', cell: ({ code }) => code },
        { header: 'Nama kelompok', cell: ({ name }) => name },
        { header: 'Jenis', cell: () => 'Karang Taruna' },
        { header: 'Kelas', cell: () => 'b' },
        { header: 'Tanggal pendataan', cell: () => ({ date: '2026-11-12' }) },
      ],
      rows: [
        { code: 3505012001, name: 'Satu & Dua' },
        { code: 3501012001, name: 'Di tempat lain' },
      ],
      notes: () => [],
    })
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    const file = new File([Buffer.concat(parts)], 'daftar.xlsx')
    const id = await uploadedFile(services, mapping.actor, mapping.mappingId, file)
    const screen = await checked(services, mapping, id)
    expect(screen.counts).toMatchObject({ rows: 2, fresh: 1, wrongRows: 1 })
    expect(screen.problems).toMatchObject([{ sheet: 'Kelompok', column: 'A', row: 3 }])
  })

  test('of a workbook with merged cells, formulas and failed ones lets nothing in, and names each cell', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3510012001')
    const named = (name: string) => ['3510012001', name, 'PKK', 'b', 'Rapi']
    const rows = [
      ['Kode desa', 'Nama kelompok', 'Jenis', 'Kelas', 'Kekuatan'],
      ...['Satu', 'Dua', 'Tiga', '#REF!', '=cmd|calc'].map(named),
    ]
    const workbook = await aWorkbook(rows, {
      [SHEET]: (xml) => merging('E2:E4', 'A1:B1', 'D4:E4')(computing('B3', '<f>PROPER("dua")</f>')(xml)),
    })
    const id = await uploadedFile(services, mapping.actor, mapping.mappingId, new File([workbook], 'a.xlsx'))
    const screen = await checked(services, mapping, id)
    expect(screen.counts).toMatchObject({ rows: 5, wrongRows: 5 })
    expect(new Set(screen.problems.map(({ sheet }) => sheet))).toEqual(new Set(['Daftar KIM']))
    expect(wrong(screen)).toEqual({
      B3: expect.stringContaining('rumus'),
      B5: expect.stringContaining('#REF!'),
      B6: expect.stringContaining('seperti rumus'),
      E2: expect.stringContaining('Sel E2:E4 digabung'),
      D4: expect.stringContaining('Sel D4:E4 digabung'),
    })
    await expect(act(services, mapping, id, 'apply')).rejects.toMatchObject({ code: 'list_not_ready' })
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
  })

  test.each([
    ['UTF-16', '3511', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', '3512', (text: string) => Buffer.from(text, 'latin1')],
  ])('of text in %s brings in the names letter by letter', async (_, regency, encoded) => {
    const services = given()
    const mapping = await aRunningMapping(services, `${regency}012001`)
    const text = `Kode desa;Nama kelompok;Jenis;Kelas\r\n${regency}012001;Sanggar Élok;PKK;b`
    const file = new File([encoded(text)], 'daftar.csv')
    const id = await uploadedFile(services, mapping.actor, mapping.mappingId, file)
    expect((await checked(services, mapping, id)).counts).toMatchObject({ fresh: 1, wrongRows: 0 })
    await act(services, mapping, id, 'apply')
    await work(services)
    const query = rowsQuery.parse({ q: 'Sanggar' })
    const { rows } = await rowsScreen(services, mapping.actor, mapping.mappingId, query)
    expect(rows.map(({ name }) => name)).toEqual(['Sanggar Élok'])
  })

  test('of more than 200,000 rows is refused with the next step, and lets nothing in', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3513012001')
    const lines = Array.from({ length: MAX_LIST_ROWS + 1 }, () => '3513012001;PKK Satu;PKK;b')
    const headings = 'Kode desa;Nama kelompok;Jenis;Kelas'
    const id = await uploadedList(services, mapping.actor, mapping.mappingId, lines, headings)
    const screen = await checked(services, mapping, id)
    expect(screen).toMatchObject({ status: 'refused', counts: null })
    expect(screen.refusal).toMatch(/lebih dari 200\.000 baris.*Bagi daftarnya.*Tidak ada yang masuk/)
    await expect(act(services, mapping, id, 'apply')).rejects.toMatchObject({ code: 'list_not_ready' })
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
  }, 120_000)

  test('of thousands of rows comes in as it was checked, without what was written by hand meanwhile', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3506012001')
    const headings = 'Kode desa;Nama kelompok;Jenis;Kelas'
    const many = (rows: number) =>
      uploadedList(
        services,
        mapping.actor,
        mapping.mappingId,
        Array.from({ length: rows }, (_, at) => `3506012001;Kelompok ${at};PKK;b`),
        headings,
      )
    const large = await many(3000)
    expect((await checked(services, mapping, large)).counts).toMatchObject({ rows: 3000, fresh: 3000 })
    await addCandidate(services, mapping.actor, mapping.mappingId, '3506012001', { name: 'Kelompok 7' })
    await act(services, mapping, large, 'apply')
    await work(services)
    expect(await rowsOf(services, mapping.mappingId)).toBe(3001)
  })

  test('that is thrown away takes its file and its cells along, when the disk refuses at first too', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3514012001')
    const { actor, mappingId } = mapping
    const { dialect } = services.store
    const text = `Kode desa;Nama kelompok;Jenis;Kelas;HP\r\n3514012001;PKK ${dialect};PKK;z;0812 9999 1111`
    const file = new File([text], 'daftar.csv')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const kept = () =>
      readdirSync(join(services.config.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter(
        (path) => path.endsWith(sha256),
      ).length
    const id = await uploadedFile(services, actor, mappingId, file)
    const other = await uploadedFile(services, actor, mappingId, file)
    await services.storage.put(Buffer.from(text))
    expect((await checked(services, mapping, id)).problems).not.toEqual([])
    expect(kept()).toBe(3)

    await act(services, mapping, id, 'discard')
    const removeApart = () => Promise.reject(new Error('the disk refuses'))
    await work({ ...services, storage: { ...services.storage, removeApart } })
    const screen = await listScreen(services, actor, mappingId, id)
    expect(screen).toMatchObject({ status: 'discarded', layout: null, problems: [] })
    expect(kept()).toBe(3)
    services.now += MINUTE
    await work(services)
    expect(kept()).toBe(2)
    // Who goes back to the form and sends it again brings nothing back.
    await uploadList(services, { actor, mappingId, id, file })
    expect(kept()).toBe(2)
    expect((await checked(services, mapping, other)).counts).toMatchObject({ rows: 1 })
  })

  test('that lies among the files of all, as lists once did, is read all the same', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3515012001')
    const file = new File(['Kode desa;Nama kelompok;Jenis;Kelas\r\n3515012001;PKK Lama;PKK;b'], 'daftar.csv')
    const id = await uploadedFile(services, mapping.actor, mapping.mappingId, file)
    await services.storage.removeApart(id)
    await services.storage.put(Buffer.from(await file.arrayBuffer()))
    expect((await checked(services, mapping, id)).counts).toMatchObject({ fresh: 1 })
  })

  test('cut off in the middle is nowhere to be seen, and done again is there once', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3508012001')
    const { work, see } = await anAcceptedList(services, mapping, '3508012001')
    await expect(work(between(services, 3, () => Promise.reject(new Error('cut off'))))).rejects.toThrow(
      'cut off',
    )
    expect(await rowsOf(services, mapping.mappingId)).toBe(1001)
    expect(await see()).toEqual({ rows: 1, listed: 0 })
    await addCandidate(services, mapping.actor, mapping.mappingId, '3508012001', { name: 'Kelompok 7' })
    await work(services)
    expect(await see()).toEqual({ rows: 1201, listed: 50 })
    expect(await rowsOf(services, mapping.mappingId)).toBe(1201)
  })

  test('whose mapping is settled while it arrives comes in not at all', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3509012001')
    const { work, see, id } = await anAcceptedList(services, mapping, '3509012001')
    await work(between(services, 2, () => settleMapping(services, { ...mapping, version: 2 })))
    expect(await see()).toEqual({ rows: 1, listed: 0 })
    expect(await rowsOf(services, mapping.mappingId)).toBe(1)
    const { status, refusal } = await listScreen(services, mapping.actor, mapping.mappingId, id)
    expect([status, refusal]).toEqual(['checked', expect.stringContaining('tidak sedang berjalan')])
  })
})

/** A list of 1,200 rows that was checked and accepted: the job that takes it in, and what the office sees of it. */
async function anAcceptedList(services: TestServices, mapping: Given, villageCode: string) {
  const { actor, mappingId } = mapping
  const lines = Array.from({ length: 1200 }, (_, at) => `${villageCode};Kelompok ${at};PKK;b`)
  const id = await uploadedList(services, actor, mappingId, lines, 'Kode desa;Nama kelompok;Jenis;Kelas')
  await checked(services, mapping, id)
  await act(services, mapping, id, 'apply')
  const { version } = await listScreen(services, actor, mappingId, id)
  const job = { id: 'job', progress: async () => undefined }
  return {
    id,
    work: (by: TestServices) => applyList(by, { importId: id, version }, job),
    see: async () => {
      const { rows } = await rowsScreen(services, actor, mappingId, rowsQuery.parse({ q: 'Kelompok' }))
      const { sum } = await mappingScreen(services, actor, mappingId)
      return { rows: sum.rows, listed: rows.length }
    },
  }
}

/** The same services, where something happens before the transaction with that number. */
function between(services: TestServices, number: number, happens: () => Promise<unknown>): TestServices {
  let begun = 0
  const { store } = services
  return {
    ...services,
    store: {
      ...store,
      async transact(work, changing) {
        if (++begun === number) await happens()
        return store.transact(work, changing)
      },
    },
  }
}
