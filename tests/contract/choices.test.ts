import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addChoice } from '~/features/choices/add-choice.server'
import { endChoice, renameChoice } from '~/features/choices/change-choice.server'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { type ChoiceList, choiceLists } from '~/features/choices/choices.schema'
import { editRow } from '~/features/mapping/edit-row.server'
import { EditRowForm } from '~/features/mapping/mapping.schema'
import { editRowScreen, newRowScreen } from '~/features/mapping/row.queries.server'
import { editPartner } from '~/features/partners/keep-partner.server'
import { editPartnerScreen, partnerFormScreen } from '~/features/partners/partner-form.queries.server'
import { EditPartnerForm } from '~/features/partners/partner-form.schema'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { outcomes } from '../support/identity'
import { aCandidate, addCandidate, aRunningMapping } from '../support/mappings'
import { aPartner } from '../support/partnerships'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const admin = (services: TestServices) => person(services, 'Admin', { role: 'admin' })
const form = { source: '', validFrom: '2026-11-01' }

onEachEngine('lists to choose from', (given) => {
  describe.each(choiceLists)('%s', (list) => {
    const code = 'mudik-aman'

    test('take a new name once, and not one that was ever there', async () => {
      const services = given()
      const by = { actor: await admin(services), requestId: 'r' }
      await addChoice(services, list, { ...by, ...form, name: 'Mudik Aman' })
      await addChoice(services, list, { ...by, ...form, name: 'Mudik Aman' })
      const again = { ...by, ...form, name: 'mudik, aman', validFrom: '2026-12-01' }
      await expect(addChoice(services, list, again)).rejects.toMatchObject({
        code: 'choice_exists',
        field: 'name',
      })
    })

    test('let the first of two who rename or end the same, and write down each change once', async () => {
      const services = given()
      const by = { actor: await admin(services), requestId: 'r', code }
      const renamed = await outcomes(
        ['Mudik selamat', 'Mudik nyaman'].map((name) =>
          renameChoice(services, list, { ...by, was: 'Mudik Aman', name }),
        ),
      )
      expect([renamed.done.length, renamed.codes]).toEqual([1, ['changed_meanwhile']])
      const ended = await outcomes(
        ['2026-11-30', '2026-12-31'].map((validUntil) =>
          endChoice(services, list, { ...by, was: undefined, validUntil }),
        ),
      )
      expect([ended.done.length, ended.codes]).toEqual([1, ['changed_meanwhile']])
      expect(await auditOf(services, list, code)).toEqual(['added', 'renamed', 'ended'])
    })

    test('offer a choice from its first to its last day, and without end again when that was a mistake', async () => {
      const services = given()
      const by = { actor: await admin(services), requestId: 'r', code }
      const reading = { db: services.store.read, tables: services.store.tables }
      const on = async (date: string, kept?: string[]) =>
        (await choicesOn(reading, list, date, kept)).some((choice) => choice.code === code)
      const was = await lastDay(services, list, code)
      const tooEarly = endChoice(services, list, { ...by, was, validUntil: '2026-10-31' })
      await expect(tooEarly).rejects.toMatchObject({ code: 'choice_ends_before_start' })
      await endChoice(services, list, { ...by, was, validUntil: '2026-11-30' })
      const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
      expect(await Promise.all(days.map((day) => on(day)))).toEqual([false, true, true, false])
      expect(await on('2026-12-01', [code])).toBe(true)
      await endChoice(services, list, { ...by, was: '2026-11-30', validUntil: undefined })
      expect(await on('2026-12-01')).toBe(true)
    })
  })

  test('a kind of partners that ended is offered and kept where it is, and nowhere else', async () => {
    const services = given()
    const actor = await anOfficerOf(services, '9404')
    const partnerId = await aPartner(services, actor, { kindCode: 'sekolah' })
    await end(services, 'partnerKinds', 'sekolah')
    const codes = ({ kinds }: { kinds: { value: string }[] }) => kinds.map(({ value }) => value)
    expect(codes(await partnerFormScreen(services, actor))).not.toContain('sekolah')
    const { partner, screen } = await editPartnerScreen(services, actor, partnerId)
    expect(codes(screen)).toContain('sekolah')
    const answers = { name: partner.name, placeCode: '9404', version: 1, isOther: true }
    const value = EditPartnerForm.parse({ ...answers, kindCode: 'sekolah', note: 'Masih sama' })
    await editPartner(services, { actor, partnerId, value })
    await expect(aPartner(services, actor, { kindCode: 'sekolah' })).rejects.toMatchObject({
      code: 'partner_kind_not_in_force',
    })
  })

  test('a kind of communities that ended is offered and kept where it is, and nowhere else', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '9404011003')
    const typed = { name: 'Lembaga Adat Uji', kindCode: 'adat' }
    const rowId = await addCandidate(services, actor, mappingId, '9404011003', typed)
    await end(services, 'communityKinds', 'adat')
    const query = { cari: '', wilayah: '' }
    const codes = ({ kinds }: { kinds: { code: string }[] }) => kinds.map(({ code }) => code)
    expect(codes(await newRowScreen(services, actor, mappingId, query))).not.toContain('adat')
    expect(codes(await editRowScreen(services, actor, mappingId, rowId, query))).toContain('adat')
    const same = aCandidate('9404011003', { ...typed, strength: 'Dihormati warga' })
    const value = EditRowForm.parse({ ...same, intent: 'candidate', version: 1 })
    await editRow(services, { actor, mappingId, rowId, value })
    const another = addCandidate(services, actor, mappingId, '9404011003', { ...typed, name: 'Adat Lain' })
    await expect(another).rejects.toMatchObject({ code: 'kind_not_in_force' })
  })
})

/** Ends a choice yesterday, as an administrator would. */
async function end(services: TestServices, list: ChoiceList, code: string): Promise<void> {
  const actor = await admin(services)
  await endChoice(services, list, { actor, requestId: 'r', code, validUntil: '2026-11-21' })
}

async function lastDay({ store }: TestServices, list: ChoiceList, code: string) {
  const table = store.tables[list]
  const [row] = await store.read.select().from(table).where(eq(table.code, code))
  return row?.validUntil ?? undefined
}

async function auditOf({ store }: TestServices, list: ChoiceList, code: string): Promise<string[]> {
  const { auditEvents } = store.tables
  const kind = { topics: 'topic', partnerKinds: 'partnerKind', communityKinds: 'communityKind' }[list]
  const rows = await store.read
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, code), eq(auditEvents.subjectKind, kind)))
    .orderBy(asc(auditEvents.seq))
  return rows.map(({ action }) => action.replace(`${kind}.`, ''))
}
