import { and, eq, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { addPhoto } from '~/features/activities/add-photo.server'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import type { Actor } from '~/features/identity/actor'
import { accountabilityScreen, makeAccountability } from '~/features/publications/accountability.server'
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
import { aMemberOf, anActivity } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { outcomes } from '../support/identity'
import { openPdf, pdfPages, readQr, squeezed } from '../support/pdf'
import { person } from '../support/people'
import { aPhoto } from '../support/photos'
import {
  aPublication,
  csvTables,
  factsOf,
  publicationRow,
  runJobs,
  START,
  someLife,
  xlsxTables,
} from '../support/publications'

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
        if (output === 'tahunan') expect(facts.head.map?.drawing.land, where).toMatch(/^M\d/)
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

  it('let a group account for its money: activities, evidence, amounts, signatures and photos, for itself and its office', async () => {
    const services = given()
    const { mimika, pacitan } = await someLife(services)
    services.now = START - 60 * DAY
    const { id: groupId, number } = await aGroup(services, { name: 'KIM Bertanggung Jawab' }, '9404022001')
    const member = await aMemberOf(services, groupId)
    services.now = START
    const activityId = ActivityId.parse(services.newId())
    const act = { actor: member, requestId: 'r' }
    const link = `https://www.instagram.com/p/${'panjang-'.repeat(12)}/`
    const site = 'https://kim.contoh.id/warta'
    const content = anActivity('9404022001', {
      channels: [
        { channel: 'tatap_muka', platform: 'Balai kampung', link: null },
        { channel: 'media_sosial', platform: 'Instagram', link },
        { channel: 'online', platform: 'Situs KIM', link: site },
      ],
    })
    await postActivity(services, { ...act, id: activityId, groupId, content })
    await addPhoto(services, { ...act, activityId, photoId: services.newId(), photo: await aPhoto() })
    await confirmActivities(services, {
      actor: mimika,
      requestId: 'r',
      chosen: [{ id: activityId, version: 2 }],
    })
    const id = PublicationId.parse(services.newId())
    await makeAccountability(services, { ...act, id, groupId, period: {} })
    await runJobs(services)
    const row = await publicationRow(services, id)
    expect(row.number).toBe(`R-${number}-2026-0001`)
    const { head, tables } = await factsOf(services, row.factsSha256 ?? '')
    expect(tables[0]?.rows).toEqual([
      ['Sosialisasi cek kesehatan gratis', '20 November 2026', '45', '45', '1', '2', `${link}\n${site}`],
      ['1 kegiatan', '–', '45', '45', '1', '2', '–'],
    ])
    expect(head.signers).toHaveLength(3)
    const pages = await pdfPages(await services.storage.read(row.files?.pdf.sha256 ?? ''))
    expect(pages.at(-1)).toContain('Foto kegiatan')
    for (const address of [site, link]) expect(squeezed(pages.join(''))).toContain(address)
    expect(pages.join(' ')).toMatch(/ https:\/\/kim\.contoh\.id\/warta /)
    await expect(readablePublication(services, member, id)).resolves.toMatchObject({ id })
    await expect(readablePublication(services, mimika, id)).resolves.toMatchObject({ id })
    await expect(readablePublication(services, pacitan, id)).rejects.toMatchObject({ status: 404 })
    const helper = await person(services, 'Anggota', { role: 'volunteer', groupId, post: 'anggota' })
    expect(await accountabilityScreen(services, helper, groupId, {})).toMatchObject({ mayMake: false })
    await expect(
      makeAccountability(services, {
        ...act,
        actor: helper,
        id: PublicationId.parse(services.newId()),
        groupId,
        period: {},
      }),
    ).rejects.toMatchObject({ code: 'not_chair' })
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
