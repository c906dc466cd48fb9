import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { removeRow } from '~/features/mapping/edit-row.server'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { planScreen } from '~/features/mapping/plan.queries.server'
import { addPartner } from '~/features/partners/keep-partner.server'
import { newPartnerScreen } from '~/features/partners/partner-form.queries.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { addCandidate, aRunningMapping } from '../support/mappings'
import { person } from '../support/people'

const VILLAGE = '3507012001'

onEachEngine('what a mapping proposes as a partner', (given) => {
  test('begins its form with all that the row holds, for its own office and those above', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, VILLAGE)
    const rowId = await addCandidate(services, actor, mappingId, VILLAGE, {
      name: 'PKK Melati Jaya',
      kindCode: 'pkk',
      followUp: 'partner',
      contactName: 'Ibu Wulan',
      contact: '0812 3456 7890',
      channels: 'Pertemuan dasawisma, IG @pkk.melati',
      audience: 'Keluarga',
      topics: 'Gizi',
    })
    const { screen, from } = await newPartnerScreen(services, actor, rowId)
    expect(screen.places.map(({ value }) => value)).toContain(VILLAGE)
    expect(screen.kinds.map(({ value }) => value)).toContain(from?.answers.kindCode)
    const value = NewPartnerForm.parse({ ...from?.answers, id: screen.formId })
    await addPartner(services, { actor, value })
    const { partners } = services.store.tables
    const [stored] = await services.store.read.select().from(partners).where(eq(partners.id, value.id))
    expect(stored).toMatchObject({
      name: 'PKK Melati Jaya',
      kindCode: 'organisasi-kemasyarakatan',
      placeCode: VILLAGE,
      contact: { person: 'Ibu Wulan', phone: '+6281234567890' },
      channels: { instagram: 'https://www.instagram.com/pkk.melati' },
      note: 'Saluran: Pertemuan dasawisma, IG @pkk.melati\nSasaran: Keluarga\nTopik: Gizi',
    })
    const province = await person(services, 'P', { role: 'province_officer', provinceCode: '35' })
    expect((await newPartnerScreen(services, province, rowId)).from?.answers.name).toBe('PKK Melati Jaya')
  })

  test('gives nothing of a row of another office, of one taken out, and of a KIM', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3508012001')
    const neighbour = await anOfficerOf(services, '3509')
    const elsewhere = await person(services, 'P', { role: 'province_officer', provinceCode: '94' })
    for (const other of [neighbour, elsewhere]) {
      await expect(newPartnerScreen(services, other, rowId)).rejects.toMatchObject({ status: 404 })
    }
    await aGroup(services, { name: 'KIM Semeru' }, '3508012001')
    const { mappingRows } = services.store.tables
    const [group] = await services.store.read
      .select()
      .from(mappingRows)
      .where(eq(mappingRows.name, 'KIM Semeru'))
    await expect(newPartnerScreen(services, actor, group?.id)).rejects.toMatchObject({ status: 404 })
    await removeRow(services, { actor, mappingId, rowId, version: 1 })
    await expect(newPartnerScreen(services, actor, rowId)).rejects.toMatchObject({ status: 404 })
  })

  test('stands in the plan, beside how many villages have nothing', async () => {
    const services = given()
    const { actor, mappingId } = await aRunningMapping(services, '3510012001')
    const rowId = await addCandidate(services, actor, mappingId, '3510012001', {
      name: 'PKK Kenanga',
      followUp: 'partner',
    })
    const { lists, emptyVillages } = await planScreen(services, actor, mappingId)
    expect(lists.at(-1)).toMatchObject({ followUp: 'partner', rows: [{ id: rowId, groupId: null }] })
    expect(emptyVillages).toBe((await mappingScreen(services, actor, mappingId)).sum.empty)
    expect(emptyVillages).toBeGreaterThan(0)
  })
})
