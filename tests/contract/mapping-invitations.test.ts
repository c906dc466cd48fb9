import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { candidateBecameGroup } from '~/features/mapping/candidate-became-group.server'
import { countRows } from '~/features/mapping/count-rows.server'
import { duplicatesScreen } from '~/features/mapping/duplicates.queries.server'
import { editRow, removeRow, restoreRow } from '~/features/mapping/edit-row.server'
import { changeRow, findRow } from '~/features/mapping/find-mapping.server'
import { inviteCandidate } from '~/features/mapping/invite-candidate.server'
import { invitedCandidate } from '~/features/mapping/invited-candidate.server'
import { EditRowForm, MergeForm } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { mergeRows, undoMerge } from '~/features/mapping/merge-rows.server'
import { rowScreen } from '~/features/mapping/row.queries.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { createApplication } from '~/features/registration/create-application.server'
import { NewApplicationForm } from '~/features/registration/identity-form.schema'
import { DAY } from '~/platform/clock'
import { during } from '../support/during'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { aCandidate, addCandidate, aPlannedMapping, aRunningMapping, livingNames } from '../support/mappings'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

async function apply(services: TestServices, actor: Actor, villageCode: string, invitation: string) {
  const value = NewApplicationForm.parse({
    id: services.newId(),
    villageCode,
    name: 'KIM Bina Muda',
    scope: 'village',
    invitation,
  })
  const { id } = await createApplication(services, { actor, value, source: 'online' })
  const { applications } = services.store.tables
  const [made] = await services.store.read.select().from(applications).where(eq(applications.id, id))
  if (!made) throw new Error('no application')
  return made
}

/** What approving does for the group and for the mapping, without the papers. */
async function becomesGroup(services: TestServices, applicationId: string, villageCode: string) {
  const group = await aGroup(services, { name: 'KIM Bina Muda' }, villageCode)
  await services.store.transact(async (tx) => {
    const { applications } = tx.tables
    await tx.db
      .update(applications)
      .set({ groupId: group.id, status: 'approved' })
      .where(eq(applications.id, applicationId))
    await candidateBecameGroup(tx, {
      applicationId,
      group: { id: group.id, name: 'KIM Bina Muda' },
      now: services.now,
    })
  })
  return group
}

onEachEngine('a candidate that is invited', (given) => {
  test('starts its application filled in, stays linked, and becomes the KIM in the running mapping', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '9404011003')
    const value = EditRowForm.parse({
      intent: 'candidate',
      version: 1,
      ...aCandidate('9404011003', { contact: '0812 3456 7890' }),
    })
    await editRow(services, { actor, mappingId, rowId, value })
    const first = await inviteCandidate(services, { actor, mappingId, rowId })
    const { link, emailed } = await inviteCandidate(services, { actor, mappingId, rowId })
    expect(emailed).toBe(false)
    expect(await invitedCandidate(services, tokenOf(first.link))).toMatchObject({ open: false })
    expect(await invitedCandidate(services, tokenOf(link))).toMatchObject({
      open: true,
      name: 'Karang Taruna Bina Muda',
      villageCode: '9404011003',
    })
    const villager = await person(services, 'Warga')
    const application = await apply(services, villager, '9404011003', tokenOf(link))
    expect(application.answers.contact?.channels).toEqual({ whatsapp: '+6281234567890' })
    expect(application.answers.contact?.publicChannels).toEqual([])
    expect((await rowScreen(services, actor, mappingId, rowId)).invitations[0]).toMatchObject({
      applicationStatus: 'draft',
    })
    await expect(inviteCandidate(services, { actor, mappingId, rowId })).rejects.toMatchObject({
      code: 'candidate_applied',
    })
    const group = await becomesGroup(services, application.id, '9404011003')
    const row = await rowScreen(services, actor, mappingId, rowId)
    expect(row).toMatchObject({ groupId: group.id, content: { class: 'kim', name: 'KIM Bina Muda' } })
    const { sum, brought } = await mappingScreen(services, actor, mappingId)
    expect(sum).toMatchObject({ rows: 1, classes: { kim: 1, b: 0 }, followUps: { form: 0 } })
    expect(brought).toEqual({ invited: 1, applications: 1, groups: 1 })
  })

  test('of a settled mapping changes nothing there, and is the KIM in the next one', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3501012001')
    await settleMapping(services, { actor, mappingId, version: 2 })
    const { link } = await inviteCandidate(services, { actor, mappingId, rowId })
    const villager = await person(services, 'Warga')
    const application = await apply(services, villager, '3501012001', tokenOf(link))
    const group = await becomesGroup(services, application.id, '3501012001')
    const row = await rowScreen(services, actor, mappingId, rowId)
    expect(row.content).toMatchObject({ class: 'b', name: 'Karang Taruna Bina Muda' })
    expect(row.invitations[0]).toMatchObject({ groupId: group.id })
    services.now += 1000
    const next = await aPlannedMapping(services, actor, '3501')
    await startMapping(services, { actor, mappingId: next, version: 1 })
    const { sum } = await mappingScreen(services, actor, next)
    expect(sum).toMatchObject({ rows: 1, classes: { kim: 1, a: 0, b: 0 } })
  })

  test('that was merged and then became the KIM does not come back, and the next mapping has the KIM once', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3503012001')
    const kept = await addCandidate(services, actor, mappingId, '3503012001', { name: 'KT Bina Muda' })
    const { link } = await inviteCandidate(services, { actor, mappingId, rowId })
    const application = await apply(services, await person(services, 'Warga'), '3503012001', tokenOf(link))
    const value = MergeForm.parse({ keptId: kept, keptVersion: 1, mergedId: rowId, mergedVersion: 1 })
    await mergeRows(services, { actor, mappingId, value })
    const group = await becomesGroup(services, application.id, '3503012001')
    expect(await rowScreen(services, actor, mappingId, kept)).toMatchObject({ groupId: group.id })
    const { merges } = await duplicatesScreen(services, actor, mappingId, undefined)
    const undoing = undoMerge(services, { actor, mappingId, mergeId: merges[0]?.id ?? '' })
    await expect(undoing).rejects.toMatchObject({ code: 'candidate_became_group' })
    // As it stands where the merge was taken back before that was refused.
    await services.store.transact(async (tx) => {
      const row = await findRow(tx, mappingId, rowId)
      await changeRow(tx, row, row.version, { state: 'live' })
      await countRows(tx, [row], 1)
    })
    await settleMapping(services, { actor, mappingId, version: 2 })
    services.now += 1000
    const next = await aPlannedMapping(services, actor, '3503')
    await startMapping(services, { actor, mappingId: next, version: 1 })
    const { sum } = await mappingScreen(services, actor, next)
    expect(sum).toMatchObject({ rows: 1, classes: { kim: 1, a: 0, b: 0 } })
  })

  test('that was removed and then became a KIM is not restored, also where another row was merged into it', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3504022001')
    const kept = await addCandidate(services, actor, mappingId, '3504022001', { name: 'KT Bina Muda' })
    const { link } = await inviteCandidate(services, { actor, mappingId, rowId })
    const application = await apply(services, await person(services, 'Warga'), '3504022001', tokenOf(link))
    const value = MergeForm.parse({ keptId: kept, keptVersion: 1, mergedId: rowId, mergedVersion: 1 })
    await mergeRows(services, { actor, mappingId, value })
    const act = { actor, mappingId, rowId: kept }
    await removeRow(services, { ...act, version: 2 })
    await restoreRow(services, { ...act, version: 3 })
    await removeRow(services, { ...act, version: 4 })
    await becomesGroup(services, application.id, '3504022001')
    await expect(restoreRow(services, { ...act, version: 5 })).rejects.toMatchObject({
      code: 'candidate_became_group',
    })
    expect((await mappingScreen(services, actor, mappingId)).sum).toMatchObject({
      rows: 1,
      classes: { kim: 1, b: 0 },
    })
  })

  test('becomes the KIM before its mapping is settled, however close', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3505012001')
    const { link } = await inviteCandidate(services, { actor, mappingId, rowId })
    const { id } = await apply(services, await person(services, 'Warga'), '3505012001', tokenOf(link))
    const name = 'KIM Bina Muda'
    const group = await aGroup(services, { name }, '3505012001')
    const become = { applicationId: id, group: { id: group.id, name }, now: services.now }
    const names = await during(
      services.store,
      (tx) => candidateBecameGroup(tx, become),
      async () => {
        await settleMapping(services, { actor, mappingId, version: 2 })
        return livingNames(services, mappingId)
      },
    )
    expect(names).toEqual([name])
  })

  test('finds a link that is used or too old closed, and may register all the same', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3502012001')
    const contact = '0812 3456 7891'
    const value = EditRowForm.parse({
      intent: 'candidate',
      version: 1,
      ...aCandidate('3502012001', { contact }),
    })
    await editRow(services, { actor, mappingId, rowId, value })
    const { link } = await inviteCandidate(services, { actor, mappingId, rowId })
    const villager = await person(services, 'Warga')
    await apply(services, villager, '3502012001', tokenOf(link))
    const { mappingInvitations } = services.store.tables
    const linked = async () =>
      (
        await services.store.read.select().from(mappingInvitations).where(eq(mappingInvitations.rowId, rowId))
      ).map(({ applicationId }) => applicationId)
    const before = await linked()
    const other = NewApplicationForm.parse({
      id: services.newId(),
      villageCode: '3502012001',
      name: 'KIM Sendiri',
      scope: 'village',
      invitation: tokenOf(link),
    })
    await createApplication(services, { actor: villager, value: other, source: 'online' })
    expect(await linked()).toEqual(before)
    // Nor does a spent link give away whom the office would have written to.
    const { applications } = services.store.tables
    const [own] = await services.store.read.select().from(applications).where(eq(applications.id, other.id))
    expect(own?.answers.contact).toBeUndefined()
    services.now += 15 * DAY
    expect(await invitedCandidate(services, tokenOf(link))).toMatchObject({ open: false })
    expect(await invitedCandidate(services, 'x'.repeat(43))).toBeNull()
    services.now -= 15 * DAY
  })
})
