import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { editProfile } from '~/features/groups/edit-profile.server'
import { type Contact, GroupId } from '~/features/groups/groups.schema'
import { groupHomeScreen, profileScreen } from '~/features/groups/own-group.queries.server'
import type { Profile } from '~/features/groups/profile-form.schema'
import { publicGroup } from '~/features/groups/public-group.queries.server'
import type { Actor } from '~/features/identity/actor'
import { onEachEngine } from '../support/engines'
import { aGroup, setStatus } from '../support/groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const shown: Contact = {
  channels: { whatsapp: '+6281234567890', email: 'kim@contoh.id' },
  publicChannels: ['whatsapp'],
  publicChairName: true,
  publicAddress: true,
  publicLocation: false,
}
const profile: Profile = { address: 'Balai Kampung', latitude: null, longitude: null, contact: shown }

async function member(services: TestServices, groupId: string, post: 'ketua' | 'sekretaris' | 'anggota') {
  return person(services, post, { role: 'volunteer', groupId, post })
}

async function edit(
  services: TestServices,
  actor: Actor,
  groupId: string,
  version: number,
  change = profile,
) {
  await editProfile(services, { actor, requestId: 'r', groupId, version, profile: change })
}

onEachEngine('the profile of a group', (given) => {
  test('chair and secretary change it, and a consent withdrawn holds at the next look', async () => {
    const services = given()
    const { id, number } = await aGroup(services)
    await edit(services, await member(services, id, 'ketua'), id, 1)
    expect(await publicGroup(services, number)).toMatchObject({
      chairName: 'Yohana Magai',
      address: 'Balai Kampung',
      channels: [{ kind: 'whatsapp', value: '+6281234567890' }],
    })
    const withdrawn: Profile = {
      ...profile,
      contact: { ...shown, publicChannels: [], publicChairName: false, publicAddress: false },
    }
    await edit(services, await member(services, id, 'sekretaris'), id, 2, withdrawn)
    expect(await publicGroup(services, number)).toMatchObject({
      chairName: null,
      address: null,
      channels: [],
    })
  })

  test('the trail tells what kind of thing changed and which consents, and holds no contact and no address', async () => {
    const services = given()
    const { auditEvents } = services.store.tables
    const { id } = await aGroup(services)
    await edit(services, await member(services, id, 'ketua'), id, 1)
    const [event] = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(event).toMatchObject({ action: 'group.profile_changed', regencyCode: '9404' })
    expect(JSON.parse(event?.delta ?? '')).toEqual({
      channels: [null, 'email, whatsapp'],
      address: ['kosong', 'terisi'],
      publicChannels: ['', 'whatsapp'],
      publicChairName: [false, true],
      publicAddress: [false, true],
    })
  })

  test('an older version overwrites nothing', async () => {
    const services = given()
    const { id, number } = await aGroup(services)
    const chair = await member(services, id, 'ketua')
    await edit(services, chair, id, 1)
    const late = edit(services, chair, id, 1, { ...profile, address: 'Lain' })
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect(await publicGroup(services, number)).toMatchObject({ address: 'Balai Kampung' })
  })

  test('of two who save at once one is told, and one change stands', async () => {
    const services = given()
    const { id } = await aGroup(services)
    const chair = await member(services, id, 'ketua')
    const done = await Promise.allSettled(
      ['Satu', 'Dua'].map((address) => edit(services, chair, id, 1, { ...profile, address })),
    )
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('other members are told whom to ask, other people that there is no such group', async () => {
    const services = given()
    const { id } = await aGroup(services)
    const other = await aGroup(services)
    const plain = edit(services, await member(services, id, 'anggota'), id, 1)
    await expect(plain).rejects.toMatchObject({ status: 403, code: 'not_chair' })
    const strangers = [
      await member(services, other.id, 'ketua'),
      await person(services, 'Dinas', mimikaOfficer),
      await person(services, 'Siapa saja'),
    ]
    const groupId = GroupId.parse(id)
    for (const stranger of strangers) {
      await expect(edit(services, stranger, id, 1)).rejects.toMatchObject({ status: 404 })
      await expect(profileScreen(services, stranger, groupId)).rejects.toMatchObject({ status: 404 })
      await expect(groupHomeScreen(services, stranger, groupId)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('a closed group can be read by its members and changed by nobody', async () => {
    const services = given()
    const { id } = await aGroup(services)
    const chair = await member(services, id, 'ketua')
    await setStatus(services, id, 'closed')
    await expect(edit(services, chair, id, 1)).rejects.toMatchObject({ code: 'group_closed' })
    expect(await groupHomeScreen(services, chair, GroupId.parse(id))).toMatchObject({ steps: [] })
  })
})
