import { and, between, eq, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { addPhoto } from '~/features/activities/add-photo.server'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import type { Actor } from '~/features/identity/actor'
import { makeAccountability } from '~/features/publications/accountability.server'
import { compareScreen } from '~/features/publications/compare.queries.server'
import { makePublication } from '~/features/publications/make-publication.server'
import { officeOutputs } from '~/features/publications/outputs'
import { previewScreen } from '~/features/publications/preview.queries.server'
import {
  listPublications,
  readablePublication,
  verifyPublication,
} from '~/features/publications/publications.queries.server'
import { outputQuery, PublicationId } from '~/features/publications/publications.schema'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { outcomes } from '../support/identity'
import { openPdf, pdfPages, readQr, squeezed } from '../support/pdf'
import { person } from '../support/people'
import { aPhoto } from '../support/photos'
import { someFigures } from '../support/population'
import {
  aPublication,
  csvTables,
  factsOf,
  publicationRow,
  runJobs,
  xlsxTables,
} from '../support/publications'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)

/** Groups in both provinces, some with confirmed activities. */
async function someLife(services: TestServices) {
  services.now = START - 60 * DAY
  const officers = { 9404: await anOfficerOf(services, '9404'), 3501: await anOfficerOf(services, '3501') }
  for (const [village, name] of [
    ['9404011003', '=HYPERLINK("x")'],
    ['9404011003', 'KIM Élok & <Jaya>'],
    ['9404022001', 'KIM Tiga'],
    ['3501122003', 'KIM Empat'],
  ] as const) {
    const { id: groupId } = await aGroup(services, { name }, village)
    const member = await aMemberOf(services, groupId)
    services.now = START
    if (name === 'KIM Tiga') continue
    const id = ActivityId.parse(services.newId())
    await postActivity(services, { actor: member, requestId: 'r', id, groupId, content: anActivity(village) })
    const officer = village.startsWith('94') ? officers[9404] : officers[3501]
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
  }
  return {
    mimika: officers[9404],
    pacitan: officers[3501],
    papuaTengah: await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' }),
    nation: await person(services, 'Nasional', { role: 'national_officer' }),
  }
}

onEachEngine('numbered snapshots', (given) => {
  it.each(officeOutputs)(
    'of %s state the same numbers in the portal, in PDF, XLSX and CSV, with definitions, cut-off and legal basis',
    async (output) => {
      const services = given()
      const { mimika, papuaTengah, nation } = await someLife(services)
      const asked: [Actor, string][] = [
        [mimika, '9404'],
        [papuaTengah, '94'],
        [nation, '00'],
      ]
      for (const [actor, regionCode] of asked) {
        const row = await aPublication(services, actor, output, regionCode)
        const { files, factsSha256 } = row
        if (!files || !factsSha256) throw new Error(`${output} was not made`)
        const facts = await factsOf(services, factsSha256)
        const said = facts.tables.map(({ title, headers, rows }) => ({ title, headers, rows }))
        const where = `${output} ${regionCode}`
        expect(await xlsxTables(await services.storage.read(files.xlsx.sha256), facts.head), where).toEqual(
          said,
        )
        const csv = csvTables(await services.storage.read(files.csv.sha256), facts.head)
        expect(csv.tables, where).toEqual(said)
        const pages = await pdfPages(await services.storage.read(files.pdf.sha256))
        const text = squeezed(pages.join(''))
        for (const { rows } of said) {
          for (const words of rows.flat()) expect(text, where).toContain(squeezed(words))
        }
        const preview = await previewScreen(services, actor, output, outputQuery.parse({}))
        for (const [at, { rows, hasMore }] of preview.tables.entries()) {
          const whole = facts.tables[at]?.raw ?? []
          expect(rows, where).toEqual(hasMore ? whole.slice(0, rows.length) : whole)
        }
        const titles = facts.head.tables.map(({ title }) => title)
        expect(new Set(titles).size).toBe(titles.length)
        for (const title of titles) expect(title.length, title).toBeLessThanOrEqual(31)
        for (const words of [
          row.number,
          row.period,
          'Peraturan Menteri Komunikasi dan Informatika Nomor 4 Tahun 2024',
          ...facts.head.definitions.map((one) => one.words),
          ...facts.head.warnings,
        ]) {
          expect(text, where).toContain(squeezed(words))
          expect(csv.notes.flat().join('\n'), where).toContain(words)
        }
      }
    },
    120_000,
  )

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

  it('let a group account for its money: activities, evidence, amounts, signatures and photos, for itself and its office', async () => {
    const services = given()
    const { mimika, pacitan } = await someLife(services)
    services.now = START - 60 * DAY
    const { id: groupId, number } = await aGroup(services, { name: 'KIM Bertanggung Jawab' }, '9404022001')
    const member = await aMemberOf(services, groupId)
    services.now = START
    const activityId = ActivityId.parse(services.newId())
    const act = { actor: member, requestId: 'r' }
    await postActivity(services, { ...act, id: activityId, groupId, content: anActivity('9404022001') })
    await addPhoto(services, { ...act, activityId, photoId: services.newId(), photo: await aPhoto() })
    await confirmActivities(services, {
      actor: mimika,
      requestId: 'r',
      chosen: [{ id: activityId, version: 1 }],
    })
    const id = PublicationId.parse(services.newId())
    await makeAccountability(services, { ...act, id, groupId, period: {} })
    await runJobs(services)
    const row = await publicationRow(services, id)
    expect(row.number).toBe(`R-${number}-2026-0001`)
    const { head, tables } = await factsOf(services, row.factsSha256 ?? '')
    expect(tables[0]?.rows).toEqual([
      ['Sosialisasi cek kesehatan gratis', '20 November 2026', '45', '45', '1', '0'],
      ['1 kegiatan', '–', '45', '45', '1', '0'],
    ])
    expect(head.signers).toHaveLength(3)
    const pages = await pdfPages(await services.storage.read(row.files?.pdf.sha256 ?? ''))
    expect(pages.at(-1)).toContain('Foto kegiatan')
    await expect(readablePublication(services, member, id)).resolves.toMatchObject({ id })
    await expect(readablePublication(services, mimika, id)).resolves.toMatchObject({ id })
    await expect(readablePublication(services, pacitan, id)).rejects.toMatchObject({ status: 404 })
    const stranger = await aMemberOf(services, (await aGroup(services, {}, '9404011014')).id)
    const foreign = { actor: stranger, requestId: 'r', groupId, period: {} }
    await expect(
      makeAccountability(services, { ...foreign, id: PublicationId.parse(services.newId()) }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('are numbered without gaps by office and year, and the same form makes one', async () => {
    const services = given()
    const { mimika, papuaTengah } = await someLife(services)
    const ids = Array.from({ length: 12 }, () => PublicationId.parse(services.newId()))
    const make = (id: PublicationId) =>
      makePublication(services, {
        actor: mimika,
        requestId: 'r',
        id,
        output: 'kecamatan',
        regionCode: '9404',
        period: {},
      })
    const { codes } = await outcomes([...ids, ...ids].map(make))
    expect(codes).toEqual([])
    const { publications } = services.store.tables
    const numbers = (await services.store.read.select().from(publications))
      .map(({ number }) => number)
      .filter((number) => number.startsWith('R-9404-2026-'))
      .sort()
    expect(numbers).toEqual(numbers.map((_, at) => `R-9404-2026-${String(at + 1).padStart(4, '0')}`))
    await expect(
      makePublication(services, {
        actor: papuaTengah,
        requestId: 'r',
        id: ids[0] ?? PublicationId.parse(services.newId()),
        output: 'kecamatan',
        regionCode: '94',
        period: {},
      }),
    ).rejects.toMatchObject({ code: 'publication_id_used' })
    await runJobs(services)
  })

  it('are of the office that made them: others neither see nor make them', async () => {
    const services = given()
    const { mimika, pacitan, papuaTengah, nation } = await someLife(services)
    const own = await aPublication(services, mimika, 'kim', '9404')
    const ofProvince = await aPublication(services, papuaTengah, 'kim', '9404')
    expect(ofProvince.number).toMatch(/^R-94-2026-/)
    const sees = async (actor: Actor, id: string) => {
      const listed = (await listPublications(services, actor, undefined)).rows.some((row) => row.id === id)
      const opened = await readablePublication(services, actor, id).then(
        () => true,
        () => false,
      )
      expect(listed).toBe(opened)
      return listed
    }
    expect(await Promise.all([mimika, pacitan, papuaTengah, nation].map((one) => sees(one, own.id)))).toEqual(
      [true, false, true, true],
    )
    expect(await sees(mimika, ofProvince.id)).toBe(false)
    for (const [actor, regionCode] of [
      [mimika, '94'],
      [mimika, '3501'],
      [papuaTengah, '00'],
      [papuaTengah, '3501'],
      [nation, '9404011003'],
      [nation, '9999'],
    ] as const) {
      const making = { actor, requestId: 'r', output: 'kim' as const, regionCode, period: {} }
      const id = PublicationId.parse(services.newId())
      await expect(makePublication(services, { ...making, id })).rejects.toMatchObject({ status: 404 })
    }
  })

  it('never change: made again they are the same bytes, and what changed since is told beside them', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const row = await aPublication(services, mimika, 'kim', '9404')
    await aGroup(services, { name: 'KIM Sesudahnya' }, '9404022001')
    const { publications, jobs } = services.store.tables
    await services.store.transact(async ({ db }) => {
      await db.update(publications).set({ files: null }).where(eq(publications.id, row.id))
      await db
        .update(jobs)
        .set({ status: 'queued' })
        .where(eq(jobs.id, `publication:${row.id}`))
    })
    await runJobs(services)
    expect(await publicationRow(services, row.id)).toEqual(row)

    const compared = await compareScreen(services, mimika, row.id)
    const [table] = compared.tables
    const at = table?.headers.findIndex(({ header }) => header === 'KIM terdaftar') ?? -1
    expect(table?.rows.find(({ isTotal }) => isTotal)?.cells[at]?.difference).toBe('+1')
    expect(table?.rows.find(({ key }) => key === '9404022001'.slice(0, 6))?.cells[at]?.difference).toBe('+1')
  })

  it('can be checked by anyone through the QR code on the PDF, which names nobody', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const row = await aPublication(services, mimika, 'kecamatan', '9404')
    const pdf = await services.storage.read(row.files?.pdf.sha256 ?? '')
    const found = await Promise.all(
      (await pdfPages(pdf)).map((_, page) => readQr(pdf, page + 1).then((text) => text ?? '')),
    )
    expect(found.filter(Boolean)).toEqual([`http://localhost:3000/verifikasi/dokumen/${row.number}`])
    const answer = await verifyPublication(services, row.number)
    expect(answer).toMatchObject({
      title: row.title,
      office: 'Dinas Kominfo Kabupaten Mimika',
      files: row.files,
    })
    expect(JSON.stringify(answer)).not.toContain(mimika.name)
    expect(await verifyPublication(services, 'R-9404-2026-9999')).toBeNull()
  })

  it('are PDFs for everyone: tagged, in Indonesian, titled, every page numbered', async () => {
    const services = given()
    const { papuaTengah } = await someLife(services)
    const row = await aPublication(services, papuaTengah, 'kim', '94')
    const pdf = await services.storage.read(row.files?.pdf.sha256 ?? '')
    const document = await openPdf(pdf)
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: `${row.title}, ${row.place}`, Language: 'id-ID' })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())
    for (const tag of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${tag}"`)
    for (const [at, text] of (await pdfPages(pdf)).entries()) {
      expect(text).toContain(`Halaman ${at + 1} dari ${document.numPages}`)
      const page = await document.getPage(at + 1)
      const [, , width = 0, height = 0] = page.view
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str.trim() === '') continue
        expect(item.transform[4]).toBeGreaterThanOrEqual(40)
        expect(item.transform[4] + item.width).toBeLessThanOrEqual(width - 40)
        expect(item.transform[5]).toBeGreaterThanOrEqual(25)
        expect(item.transform[5]).toBeLessThanOrEqual(height - 40)
      }
    }
  })

  it('wait for the page to ask again while they are made, and are told to whom asked', async () => {
    const services = given()
    const { mimika } = await someLife(services)
    const id = PublicationId.parse(services.newId())
    const making = {
      actor: mimika,
      requestId: 'r',
      id,
      output: 'kim' as const,
      regionCode: '9404',
      period: {},
    }
    await makePublication(services, making)
    const { notices } = services.store.tables
    const unread = () =>
      services.store.read
        .select()
        .from(notices)
        .where(and(eq(notices.accountId, mimika.id), isNull(notices.readAt)))
    expect((await publicationRow(services, id)).files).toBeNull()
    const before = (await unread()).length
    await runJobs(services)
    expect((await unread()).length).toBe(before + 1)
  })
})
