import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { mappingDocument } from '~/features/mapping/document.queries.server'
import { editRow } from '~/features/mapping/edit-row.server'
import { exportRows } from '~/features/mapping/export-rows.server'
import { EditRowForm, type MappingId, rowsQuery } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { planScreen } from '~/features/mapping/plan.queries.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { jobHandlers } from '~/jobs'
import { runOneJob } from '~/platform/jobs/worker'
import { during } from '../support/during'
import { onEachEngine } from '../support/engines'
import { aGroup, groupIn } from '../support/groups'
import { aCandidate, addCandidate, aPlannedMapping, aRunningMapping, livingNames } from '../support/mappings'
import { openPdf } from '../support/pdf'
import type { TestServices } from '../support/services'

async function work(services: TestServices): Promise<void> {
  while (await runOneJob(services, jobHandlers)) {
    // every job that is due
  }
}

async function settle(services: TestServices, actor: Actor, mappingId: MappingId): Promise<string> {
  const { head } = await mappingScreen(services, actor, mappingId)
  return settleMapping(services, { actor, mappingId, version: head.version })
}

/** All text of a document, and how many pages it has. */
async function read(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const document = await openPdf(bytes)
  const texts: string[] = []
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent()
    texts.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])))
  }
  return { text: texts.join(' ').replace(/\s+/g, ' '), pages: document.numPages }
}

onEachEngine('a settled mapping', (given) => {
  test('is locked and numbered, once, however many settle it at once', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3501012001')
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => settle(services, actor, mappingId)),
    )
    const numbers = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(numbers).toEqual(['PM-3501-2026-01'])
    await expect(addCandidate(services, actor, mappingId, '3501012001')).rejects.toMatchObject({
      code: 'mapping_not_running',
    })
    const value = EditRowForm.parse({ intent: 'candidate', version: 1, ...aCandidate('3501012001') })
    await expect(editRow(services, { actor, mappingId, rowId, value })).rejects.toMatchObject({
      code: 'mapping_not_running',
    })
  })

  test('has every KIM whose registration had begun, and gains none once it is settled', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '3504022001')
    const names = await during(
      services.store,
      (tx) => groupIn(tx, services, { name: 'KIM Baru' }, '3504022001'),
      async () => {
        await settle(services, actor, mappingId)
        return livingNames(services, mappingId)
      },
    )
    expect(names).toEqual(['KIM Baru', 'Karang Taruna Bina Muda'])
    expect(await livingNames(services, mappingId)).toEqual(names)
  })

  test('has a document with a page for each district, drawn to the same bytes again', async () => {
    const services = given()
    await aGroup(services, { name: 'KIM Cenderawasih' }, '9404011003')
    const { actor, mappingId } = await aRunningMapping(services, '9404011003')
    await addCandidate(services, actor, mappingId, '9404011003', {
      name: 'Radio Warga Timika',
      class: 'a',
      kindCode: 'media-warga',
      followUp: 'partner',
      contact: '0812 3456 7890',
      contactName: 'Ibu Rahasia',
      channels: 'Siaran FM dan WhatsApp',
      audience: 'Nelayan muara',
      topics: 'Harga ikan',
      strength: 'Penyiar terlatih.',
      gap: 'Belum ada pemancar',
      surveyedBy: 'Yohana Kum',
      surveyedOn: '2026-11-12',
    })
    await settle(services, actor, mappingId)
    await work(services)
    const drawn = await mappingDocument(services, actor, mappingId)
    if (!drawn) throw new Error('no document')
    const bytes = await services.storage.read(drawn.sha256)
    const { text, pages } = await read(bytes)
    const { lines } = await mappingScreen(services, actor, mappingId)
    expect(pages).toBeGreaterThanOrEqual(lines.length + 2)
    for (const words of [
      'PM-9404-2026-01',
      'KIM Cenderawasih',
      'Radio Warga Timika',
      'Saluran: Siaran FM dan WhatsApp. Sasaran: Nelayan muara. Topik: Harga ikan.',
      'Kekuatan: Penyiar terlatih. Kurang: Belum ada pemancar.',
      'Yohana Kum, 12 November 2026',
      'Dasar hukum',
    ]) {
      expect(text).toContain(words)
    }
    for (const { name } of lines) expect(text).toContain(name)
    expect(text).not.toContain('3456')
    expect(text).not.toContain('Rahasia')
    const { mappings, jobs } = services.store.tables
    await services.store.transact(async ({ db }) => {
      await db.update(mappings).set({ sha256: null, bytes: null }).where(eq(mappings.id, mappingId))
      await db
        .update(jobs)
        .set({ status: 'queued', attempts: 0 })
        .where(and(eq(jobs.kind, 'mapping.drawDocument'), eq(jobs.id, `mapping.document:${mappingId}`)))
    })
    await work(services)
    expect((await mappingDocument(services, actor, mappingId))?.sha256).toBe(drawn.sha256)
  })

  test('yields the plan, as pages and as files that open harmlessly', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '3502012001')
    await addCandidate(services, actor, mappingId, '3502012001', {
      name: 'PKK Melati',
      followUp: 'strengthen',
      strength: '=1+1 anggota',
    })
    await settle(services, actor, mappingId)
    const { lists } = await planScreen(services, actor, mappingId)
    expect(lists.map(({ followUp, total, rows }) => [followUp, total, rows.map(({ name }) => name)])).toEqual(
      [
        ['form', 1, ['Karang Taruna Bina Muda']],
        ['strengthen', 1, ['PKK Melati']],
        ['partner', 0, []],
      ],
    )
    const query = rowsQuery.parse({ tindak: 'strengthen' })
    const file = await exportRows(services, { actor, mappingId, query, format: 'csv', requestId: 'r' })
    const parts: Uint8Array[] = []
    for await (const chunk of file.chunks) parts.push(chunk)
    const text = Buffer.concat(parts).toString('utf8')
    expect(text).toContain('PKK Melati')
    expect(text).not.toContain('Karang Taruna Bina Muda')
    expect(text).toContain("'=1+1 anggota")
  })

  test('is where the next one starts, each row linked to the one before', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3503012001')
    await settle(services, actor, mappingId)
    services.now += 1000
    const next = await aPlannedMapping(services, actor, '3503')
    await startMapping(services, { actor, mappingId: next, version: 1 })
    const { mappingRows } = services.store.tables
    const rows = await services.store.read.select().from(mappingRows).where(eq(mappingRows.mappingId, next))
    expect(rows).toMatchObject([{ name: 'Karang Taruna Bina Muda', predecessorId: rowId, source: 'copied' }])
    expect(await settle(services, actor, next)).toBe('PM-3503-2026-02')
  })
})
