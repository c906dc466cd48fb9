import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { applyImport } from '~/features/imports/apply-import.server'
import { checkImport, confirmDuplicates, discardImport } from '~/features/imports/check-import.server'
import { importResult } from '~/features/imports/import-files.server'
import type { ImportId } from '~/features/imports/imports.schema'
import { uploadImport } from '~/features/imports/upload-import.server'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'
import { aWorkbook, computing, merging, SHEET } from '../support/workbook'

/** Rows of the large list. */
const LARGE = 300

const HEADER = 'No;Kampung;Distrik;Nama KIM;Ketua;No SK;Tgl SK'

async function upload(services: TestServices, actor: Actor, lines: string[], regencyCode = '9404') {
  const id = services.newId() as ImportId
  const file = new File([[HEADER, ...lines].join('\r\n')], 'daftar.csv')
  await uploadImport(services, { actor, id, regencyCode, file })
  return id
}

async function stored(services: TestServices, id: string) {
  const { imports, importRows } = services.store.tables
  const [found] = await services.store.read.select().from(imports).where(eq(imports.id, id))
  if (!found) throw new Error('no such import')
  const rows = await services.store.read
    .select()
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(importRows.row)
  return { ...found, rows }
}

/** Checks with the guessed columns. */
async function check(services: TestServices, actor: Actor, importId: ImportId) {
  const { mapping, version } = await stored(services, importId)
  return checkImport(services, { actor, importId, version, mapping })
}

async function apply(services: TestServices, actor: Actor, importId: ImportId) {
  const { version } = await stored(services, importId)
  return applyImport(services, { actor, importId, version })
}

async function countGroups({ store }: TestServices): Promise<number> {
  const [row] = await store.read.select({ total: count() }).from(store.tables.groups)
  return row?.total ?? 0
}

let counter = 0
/** A name that resembles no other. */
const freshName = () =>
  `KIM ${['Cenderawasih', 'Matoa', 'Noken', 'Honai', 'Tifa'][counter % 5]} ${(++counter).toString(36)}${'qwxzv'[counter % 5]}`

onEachEngine('importing a list', (given) => {
  test('a list becomes registered groups with numbers, chairs, decrees and one audit event', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const [one, two] = [freshName(), freshName()]
    const id = await upload(services, officer, [
      `1;Kampung Nayaro;Mimika Baru;${one};Yosep Contoh;400/12/2024;12 Mei 2024`,
      '',
      `2;Kel. Koperapoka;;${two};Maria Contoh;;`,
    ])
    expect(await check(services, officer, id)).toEqual({ problems: 0, duplicates: 0 })
    expect(await apply(services, officer, id)).toBe(2)
    const { rows, status } = await stored(services, id)
    expect(status).toBe('applied')
    expect(rows.map((row) => row.row)).toEqual([2, 4])
    const { groups, boardMembers, decrees, groupDecrees, auditEvents } = services.store.tables
    const [group] = await services.store.read
      .select()
      .from(groups)
      .where(eq(groups.number, rows[0]?.number ?? ''))
    expect(group).toMatchObject({
      name: one,
      villageCode: '9404012004',
      source: 'import',
      status: 'registered',
    })
    const members = await services.store.read
      .select()
      .from(boardMembers)
      .where(eq(boardMembers.groupId, group?.id ?? ''))
    expect(members.map(({ name, post }) => [name, post])).toEqual([['Yosep Contoh', 'ketua']])
    const [decree] = await services.store.read
      .select({ number: decrees.number, date: decrees.date })
      .from(decrees)
      .innerJoin(groupDecrees, eq(groupDecrees.decreeId, decrees.id))
      .where(eq(groupDecrees.groupId, group?.id ?? ''))
    expect(decree).toEqual({ number: '400/12/2024', date: '2024-05-12' })
    const events = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(events.map((event) => event.action)).toEqual([
      'import.uploaded',
      'import.checked',
      'import.applied',
    ])
  })

  test('no NIK is kept, and of a list that is in only what was read', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const id = services.newId() as ImportId
    const rows = [
      `Nayaro;KIM Rawa;Yosep Contoh;9404 0112 0400 0001;Jl. Rawa`,
      'Nayaro;KIM Danau;9404011204000002;;',
    ]
    const file = new File([['Kampung;Nama KIM;Ketua;NIK ketua;Catatan', ...rows].join('\n')], 'daftar.csv')
    await uploadImport(services, { actor: officer, id, regencyCode: '9404', file })
    await check(services, officer, id)
    const kept = await stored(services, id)
    expect(kept.rows.map(({ cells }) => cells[3])).toEqual(['(NIK)', undefined])
    expect(kept.rows.map(({ problems }) => problems)).toEqual([
      [],
      [{ column: 'C', message: expect.stringContaining('Tampaknya ada NIK') }],
    ])
    const whole = new File([['Kampung;Nama KIM;Ketua;NIK ketua;Catatan', rows[0]].join('\n')], 'daftar.csv')
    const again = services.newId() as ImportId
    await uploadImport(services, { actor: officer, id: again, regencyCode: '9404', file: whole })
    await check(services, officer, again)
    await apply(services, officer, again)
    expect((await stored(services, again)).rows.map(({ cells }) => cells)).toEqual([
      ['Nayaro', 'KIM Rawa', 'Yosep Contoh', '', ''],
    ])
  })

  test('errors name the row, the cell and the way out, and block everything', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const before = await countGroups(services)
    const id = await upload(services, officer, [
      `1;Nayaro;;${freshName()};Yosep Contoh;;`,
      `2;Nayarro;;${freshName()};Yosep Contoh;;`,
      `3;Nayaro;Wania;${freshName()};;SK 7;31/2/2024`,
      '4;Ngadirojo;;=cmd|calc;1;;',
    ])
    expect((await check(services, officer, id)).problems).toBe(3)
    const { rows } = await stored(services, id)
    expect(rows.map((row) => row.problems.map((problem) => problem.column))).toEqual([
      [],
      ['B'],
      ['C', 'E', 'G'],
      ['B', 'D', 'E'],
    ])
    expect(rows[1]?.problems[0]?.message).toContain('Mungkin maksudnya Nayaro (Mimika Baru)')
    expect(rows[2]?.problems[0]?.message).toContain('adanya di Mimika Baru')
    expect(rows[3]?.problems[0]?.message).toContain('tidak ditemukan di Kabupaten Mimika')
    await expect(apply(services, officer, id)).rejects.toMatchObject({ code: 'import_not_ready' })
    expect(await countGroups(services)).toBe(before)
  })

  test('merged cells and formulas of a workbook are told by sheet and cell in the columns that are read', async () => {
    const services = given()
    const actor = await person(services, 'Petugas', mimikaOfficer)
    const importId = services.newId() as ImportId
    const rows = [
      ['Daftar KIM Mimika', '', '', ''],
      ['Kampung', 'Nama KIM', 'Ketua', 'Catatan'],
      ...['Rumput', 'Lembah', 'Muara'].map((name) => ['Nayaro', `KIM ${name}`, 'Yosep Contoh', 'rapi']),
    ]
    const workbook = await aWorkbook(rows, {
      [SHEET]: (xml) =>
        merging(
          'A1:D1',
          'A4:A5',
          'D3:D5',
        )(computing('D3', '<f>1+1</f>')(computing('C3', '<f>PROPER("yosep")</f>')(xml))),
    })
    const file = new File([workbook], 'daftar.xlsx')
    await uploadImport(services, { actor, id: importId, regencyCode: '9404', file })
    expect((await check(services, actor, importId)).problems).toBe(2)
    expect(await stored(services, importId)).toMatchObject({
      sheet: 'Daftar KIM',
      rows: [
        { row: 3, problems: [{ column: 'C', message: expect.stringContaining('rumus') }] },
        { row: 4, problems: [{ column: 'A', message: expect.stringContaining('Sel A4:A5 digabung') }] },
        { row: 5, problems: [] },
      ],
    })
    await expect(apply(services, actor, importId)).rejects.toMatchObject({ code: 'import_not_ready' })
    const { body } = await importResult(services, actor, importId)
    expect(body).toMatch(/^\ufeffLembar;Baris;/)
    expect(body).toMatch(/^Daftar KIM;3;;C3: Sel ini berisi rumus/m)
  })

  test('a village of another regency is refused by code and by name', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const importId = services.newId() as ImportId
    const file = new File([`Kode Desa,Nama KIM,Ketua\n3501012001,${freshName()},Siti Contoh`], 'a.csv')
    await uploadImport(services, { actor: officer, id: importId, regencyCode: '9404', file })
    await check(services, officer, importId)
    const { rows } = await stored(services, importId)
    expect(rows[0]?.problems[0]).toMatchObject({
      column: 'A',
      message: expect.stringContaining('bukan desa atau kelurahan di Kabupaten Mimika'),
    })
  })

  test('likely repetitions of a group, an application or another row wait for the officer’s word', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const name = freshName()
    const first = await upload(services, officer, [`1;Nayaro;;${name};Yosep Contoh;;`])
    await check(services, officer, first)
    await apply(services, officer, first)
    const second = await upload(services, officer, [
      `1;Nayaro;;${name.toUpperCase()};Yosep Contoh;;`,
      `2;Kwamki;;${name};Maria Contoh;;`,
      `3;Kwamki;;${name} Kwamki;Maria Contoh;;`,
    ])
    expect(await check(services, officer, second)).toEqual({ problems: 0, duplicates: 2 })
    const before = await stored(services, second)
    expect(before.rows[0]?.duplicates[0]).toContain('terdaftar')
    expect(before.rows[2]?.duplicates[0]).toContain('baris 3 di berkas ini')
    await expect(apply(services, officer, second)).rejects.toMatchObject({ code: 'import_not_ready' })
    const confirm = async (keep: number[]) =>
      confirmDuplicates(services, {
        actor: officer,
        importId: second,
        version: (await stored(services, second)).version,
        shown: [2, 4],
        keep,
      })
    expect(await confirm([2])).toBe(1)
    expect(await confirm([2, 4])).toBe(0)
    // Checking again keeps the officer's word on the same question.
    expect((await check(services, officer, second)).duplicates).toBe(0)
    expect(await apply(services, officer, second)).toBe(3)
  })

  test('a group registered between check and apply is not overlooked', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const line = `1;Nayaro;;${freshName()};Yosep Contoh;;`
    const [a, b] = [await upload(services, officer, [line]), await upload(services, officer, [line])]
    await check(services, officer, a)
    await check(services, officer, b)
    await apply(services, officer, a)
    await expect(apply(services, officer, b)).rejects.toMatchObject({ code: 'import_outdated' })
    expect((await stored(services, b)).status).toBe('checked')
    expect((await check(services, officer, b)).duplicates).toBe(1)
  })

  test('sent twice at once it is applied once', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const id = await upload(services, officer, [`1;Nayaro;;${freshName()};Yosep Contoh;;`])
    await check(services, officer, id)
    const before = await countGroups(services)
    const { version } = await stored(services, id)
    const send = () => applyImport(services, { actor: officer, importId: id, version })
    expect(await Promise.all([send(), send(), send()])).toEqual([1, 1, 1])
    expect(await countGroups(services)).toBe(before + 1)
  })

  test('another regency’s list does not exist, for reading and for doing', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const pacitan = await person(services, 'Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    const id = await upload(services, officer, [`1;Nayaro;;${freshName()};Yosep Contoh;;`])
    const { mapping } = await stored(services, id)
    const act = { actor: pacitan, importId: id, version: 1 }
    await expect(checkImport(services, { ...act, mapping })).rejects.toMatchObject({ status: 404 })
    await expect(applyImport(services, act)).rejects.toMatchObject({ status: 404 })
    await expect(discardImport(services, act)).rejects.toMatchObject({ status: 404 })
    await expect(confirmDuplicates(services, { ...act, shown: [2], keep: [2] })).rejects.toMatchObject({
      status: 404,
    })
    await expect(upload(services, pacitan, ['1;Nayaro;;KIM A;Yosep;;'], '9404')).rejects.toMatchObject({
      status: 404,
    })
  })

  test('a discarded list is gone and cannot be applied', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const id = await upload(services, officer, [`1;Nayaro;;${freshName()};Yosep Contoh;;`])
    await discardImport(services, { actor: officer, importId: id, version: 1 })
    expect((await stored(services, id)).rows).toEqual([])
    const { auditEvents } = services.store.tables
    const events = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(events.map(({ action }) => action)).toEqual(['import.uploaded', 'import.discarded'])
    await expect(apply(services, officer, id)).rejects.toMatchObject({ code: 'import_finished' })
  })

  test('columns that are missing or chosen twice are asked for', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const id = await upload(services, officer, [`1;Nayaro;;${freshName()};Yosep Contoh;;`])
    const tryOut = (mapping: Record<string, number>) =>
      checkImport(services, { actor: officer, importId: id, version: 1, mapping })
    await expect(tryOut({ name: 3, chairName: 4 })).rejects.toMatchObject({ code: 'mapping_incomplete' })
    await expect(tryOut({ village: 1, name: 3 })).rejects.toMatchObject({ code: 'mapping_incomplete' })
    await expect(tryOut({ village: 1, name: 3, chairName: 3 })).rejects.toMatchObject({
      message: expect.stringContaining('Kolom D dipilih dua kali'),
    })
  })

  test('when the last row but one of a long list fails not one row is in; afterwards all of them are', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Kota', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3507',
    })
    const { store } = services
    const { regions, numberCounters } = store.tables
    const villages = await store.read
      .select({ code: regions.code })
      .from(regions)
      .where(eq(regions.regencyCode, '3507'))
      .then((rows) => rows.map((row) => row.code).filter((code) => code.length === 10))
    const names =
      'anggrek melati kenanga cempaka mawar teratai dahlia flamboyan sedap kamboja bougenvil seruni soka'.split(
        ' ',
      )
    const lines = Array.from({ length: LARGE }, (_, at) => {
      const village = villages[at % villages.length] ?? ''
      const round = Math.floor(at / villages.length)
      return `${village};KIM ${names[round]};Ketua Contoh;SK ${at};1/2/2024`
    })
    const id = services.newId() as ImportId
    const file = new File([['Kode Desa;Nama KIM;Ketua;No SK;Tgl SK', ...lines].join('\n')], 'besar.csv')
    await uploadImport(services, { actor: officer, id, regencyCode: '3507', file })
    const { problems, duplicates } = await check(services, officer, id)
    expect(problems).toBe(0)
    const { rows } = await stored(services, id)
    if (duplicates > 0) {
      const shown = rows.map((row) => row.row)
      await confirmDuplicates(services, { actor: officer, importId: id, version: 2, shown, keep: shown })
    }
    const last = rows[LARGE - 2]?.cells[0] ?? ''
    await store.transact(async ({ db }) => {
      await db.insert(numberCounters).values({ villageCode: last, lastSerial: 90 })
    })
    const before = await countGroups(services)
    // The village has nine numbers left: enough for the check, not after someone took them.
    await store.transact(async ({ db }) => {
      await db.update(numberCounters).set({ lastSerial: 99 }).where(eq(numberCounters.villageCode, last))
    })
    await expect(apply(services, officer, id)).rejects.toMatchObject({ status: 409 })
    expect(await countGroups(services)).toBe(before)
    await store.transact(async ({ db }) => {
      await db.delete(numberCounters).where(eq(numberCounters.villageCode, last))
    })
    expect(await apply(services, officer, id)).toBe(LARGE)
    expect(await countGroups(services)).toBe(before + LARGE)
    const { status, rows: done } = await stored(services, id)
    expect(status).toBe('applied')
    expect(new Set(done.map((row) => row.number)).size).toBe(LARGE)
  })
})
