import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ActivityId, MAX_PHOTOS } from '~/features/activities/activities.schema'
import { wholeActivity } from '~/features/activities/activity.queries.server'
import { addPhoto, addPhotos } from '~/features/activities/add-photo.server'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { editActivityScreen } from '~/features/activities/new-activity.queries.server'
import { readablePhoto } from '~/features/activities/photo.queries.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { removePhoto } from '~/features/activities/remove-photo.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import type { Actor } from '~/features/identity/actor'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { aPhoto } from '../support/photos'
import type { TestServices } from '../support/services'

const VILLAGE = '9404011003'

onEachEngine('photos of activities', (given) => {
  let services: TestServices
  let groupId: string
  let member: Actor
  let officer: Actor

  beforeAll(async () => {
    services = given()
    groupId = (await aGroup(services, {}, VILLAGE)).id
    member = await aMemberOf(services, groupId)
    officer = await anOfficerOf(services, '9404')
  })

  async function posted(isPublic = true) {
    const id = ActivityId.parse(services.newId())
    const content = anActivity(VILLAGE, { isPublic })
    await postActivity(services, { actor: member, requestId: 'uji', id, groupId, content })
    return id
  }
  const add = (activityId: string, photo: Blob, photoId = services.newId(), actor = member) =>
    addPhoto(services, { actor, requestId: 'uji', activityId, photoId, photo })
  const photosOf = async (id: string) =>
    (await wholeActivity({ db: services.store.read, tables: services.store.tables }, id))?.photos ?? []

  test('a photo is kept upright, small, and without place, device and name', async () => {
    const id = await posted()
    const photo = await aPhoto({ width: 3000, height: 2000 })
    const before = await sharp(Buffer.from(await photo.arrayBuffer())).metadata()
    expect(before.exif?.includes('Telepon Contoh')).toBe(true)
    const photoId = services.newId()
    await add(id, photo, photoId)
    const stored = await readablePhoto(services, member, photoId)
    // Orientation 6 lay on its side: it stands now.
    expect(stored).toMatchObject({ width: 1067, height: 1600 })
    for (const [sha256, side] of [
      [stored.sha256, 1600],
      [stored.smallSha256, 360],
    ] as const) {
      const bytes = await services.storage.read(sha256)
      const { exif, xmp, iptc, orientation, width, height } = await sharp(bytes).metadata()
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(Math.max(width, height)).toBe(side)
      expect(bytes.includes('Telepon Contoh')).toBe(false)
    }
    expect(JSON.stringify(stored)).not.toContain('rumah_pak_rt')
  })

  test('the same photo sent twice, or twice at once, is stored once', async () => {
    const id = await posted()
    const [photo, photoId] = [await aPhoto(), services.newId()]
    const both = await Promise.all([add(id, photo, photoId), add(id, photo, photoId)])
    expect(both.map(({ stored }) => stored).sort()).toEqual([false, true])
    expect(await add(id, photo, photoId)).toEqual({ stored: false })
    const form = { actor: member, requestId: 'uji', activityId: id, photos: [photo] }
    expect(await addPhotos(services, form)).toEqual({ added: 1, refused: [] })
    expect(await addPhotos(services, form)).toEqual({ added: 0, refused: [] })
    expect(await photosOf(id)).toHaveLength(2)
  })

  test('a photo that was removed comes back when a form brings it again, as long as there is room', async () => {
    const id = await posted()
    const photo = await aPhoto()
    const form = { actor: member, requestId: 'uji', activityId: id, photos: [photo] }
    await addPhotos(services, form)
    const photoId = (await photosOf(id))[0]?.id ?? ''
    await removePhoto(services, { actor: member, requestId: 'uji', activityId: id, photoId })
    expect(await addPhotos(services, form)).toEqual({ added: 1, refused: [] })
    expect((await photosOf(id)).map((one) => one.id)).toEqual([photoId])
    const whole = await wholeActivity({ db: services.store.read, tables: services.store.tables }, id)
    expect(whole?.events.map(({ kind }) => kind)).toEqual([
      'submitted',
      'photo_added',
      'photo_removed',
      'photo_added',
    ])
    const { auditEvents } = services.store.tables
    const told = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(told.filter(({ action }) => action === 'activity.photoAdded')).toHaveLength(2)
    await removePhoto(services, { actor: member, requestId: 'uji', activityId: id, photoId })
    for (let at = 0; at < MAX_PHOTOS; at++) await add(id, photo)
    expect(await addPhotos(services, form)).toMatchObject({ added: 0, refused: [expect.any(String)] })
  })

  test('of ten photos that come at once six are kept, and the others are told so', async () => {
    const id = await posted()
    const photo = await aPhoto()
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => add(id, photo)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_PHOTOS)
    for (const answer of answers) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'photo_too_many', status: 422 })
    }
    const photos = await photosOf(id)
    expect(photos).toHaveLength(MAX_PHOTOS)
    await removePhoto(services, {
      actor: member,
      requestId: 'uji',
      activityId: id,
      photoId: photos[0]?.id ?? '',
    })
    await add(id, photo)
    expect(await photosOf(id)).toHaveLength(MAX_PHOTOS)
  })

  test('what is no photo is refused in words, and the activity and its other photos stay', async () => {
    const id = await posted()
    const heic = Buffer.alloc(64)
    heic.write('\0\0\0\x18ftypheic', 0, 'latin1')
    const half = Buffer.from(await (await aPhoto({ width: 900, height: 900 })).arrayBuffer()).subarray(0, 700)
    const huge = await sharp({ create: { width: 8000, height: 7000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const wrong: [BlobPart, string][] = [
      ['', 'photo_empty'],
      ['<script>alert(1)</script>', 'photo_unknown_kind'],
      [new Uint8Array(heic), 'photo_heic'],
      [new Uint8Array(half), 'photo_does_not_open'],
      [new Uint8Array(huge), 'photo_too_many_pixels'],
      [new Uint8Array(13 * 1024 * 1024), 'photo_too_large'],
    ]
    for (const [bytes, code] of wrong) {
      const file = new File([bytes], 'foto.jpg', { type: 'image/jpeg' })
      await expect(add(id, file)).rejects.toMatchObject({ code, status: 422 })
    }
    const { refused } = await addPhotos(services, {
      actor: member,
      requestId: 'uji',
      activityId: id,
      photos: [new Blob(['bukan foto']), await aPhoto()],
    })
    expect(refused).toEqual([expect.stringMatching(/^Foto ke-1: /)])
    expect(await photosOf(id)).toHaveLength(1)
  })

  test('photos may come days later; one of a confirmed activity marks it', async () => {
    const id = await posted()
    await confirmActivities(services, { actor: officer, requestId: 'uji', chosen: [{ id, version: 1 }] })
    services.now += 5 * DAY
    await add(id, await aPhoto())
    const whole = await wholeActivity({ db: services.store.read, tables: services.store.tables }, id)
    expect(whole).toMatchObject({ status: 'confirmed', editedSinceConfirmed: true })
    expect(whole?.events.at(-1)?.kind).toBe('photo_added')
    services.now -= 5 * DAY
  })

  test('an officer confirms only what was on the screen: a photo that came or went since is seen first', async () => {
    const id = await posted()
    const photoId = services.newId()
    const confirm = (version: number) =>
      confirmActivities(services, { actor: officer, requestId: 'uji', chosen: [{ id, version }] })
    const overtaken = { code: 'changed_meanwhile', status: 409 }
    await add(id, await aPhoto(), photoId)
    await expect(confirm(1)).rejects.toMatchObject(overtaken)
    const removing = { actor: member, requestId: 'uji', activityId: id, photoId }
    await removePhoto(services, removing)
    await expect(confirm(2)).rejects.toMatchObject(overtaken)
    // What is sent a second time changes nothing and stands in nobody's way.
    await add(id, await aPhoto(), photoId)
    await removePhoto(services, removing)
    const whole = await wholeActivity({ db: services.store.read, tables: services.store.tables }, id)
    expect(whole?.events.map(({ kind }) => kind)).toEqual(['submitted', 'photo_added', 'photo_removed'])
    await confirm(3)
  })

  test('a photo that arrives while somebody edits the text is not in their way', async () => {
    const id = await posted()
    const { activity } = await editActivityScreen(services, member, { groupId, activityId: id })
    await add(id, await aPhoto())
    const content = anActivity(VILLAGE, { title: 'Judul diperbaiki' })
    const edit = { actor: member, requestId: 'uji', activityId: id, version: activity.textVersion, content }
    await editActivity(services, edit)
    await expect(editActivity(services, edit)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const whole = await wholeActivity({ db: services.store.read, tables: services.store.tables }, id)
    expect(whole).toMatchObject({ version: 3, content: { title: 'Judul diperbaiki' } })
    expect(whole?.versions.map(({ version }) => version)).toEqual([1, 3])
  })

  test('nobody adds to or takes from what is not theirs, and nobody from what was withdrawn', async () => {
    const id = await posted()
    const photoId = services.newId()
    await add(id, await aPhoto(), photoId)
    const stranger = await aMemberOf(services, (await aGroup(services, {}, '9404011014')).id)
    for (const actor of [stranger, officer]) {
      await expect(add(id, await aPhoto(), services.newId(), actor)).rejects.toMatchObject({ status: 404 })
      await expect(
        removePhoto(services, { actor, requestId: 'uji', activityId: id, photoId }),
      ).rejects.toMatchObject({ status: 404 })
    }
    const other = await posted()
    await expect(add(other, await aPhoto(), photoId)).rejects.toMatchObject({ status: 404 })
    await withdrawActivity(services, {
      actor: member,
      requestId: 'uji',
      activityId: id,
      version: 2,
      comment: null,
    })
    const late = { code: 'activity_withdrawn', status: 409 }
    await expect(add(id, await aPhoto())).rejects.toMatchObject(late)
    await expect(
      removePhoto(services, { actor: member, requestId: 'uji', activityId: id, photoId }),
    ).rejects.toMatchObject(late)
  })

  describe('a photo is seen', () => {
    const seenBy = async (actor: Actor | null, photoId: string) => {
      try {
        return (await readablePhoto(services, actor, photoId)).id === photoId
      } catch (error) {
        expect(error).toMatchObject({ status: 404 })
        return false
      }
    }

    test('by everyone only while its activity is confirmed and public; before and after by group and office', async () => {
      const elsewhere = await anOfficerOf(services, '3501')
      const stranger = await aMemberOf(services, (await aGroup(services, {}, '9404011014')).id)
      for (const isPublic of [true, false]) {
        const id = await posted(isPublic)
        const photoId = services.newId()
        await add(id, await aPhoto(), photoId)
        const seen = async () =>
          Promise.all([null, stranger, elsewhere, member, officer].map((who) => seenBy(who, photoId)))
        expect(await seen()).toEqual([false, false, false, true, true])
        await confirmActivities(services, { actor: officer, requestId: 'uji', chosen: [{ id, version: 2 }] })
        expect(await seen()).toEqual([isPublic, isPublic, isPublic, true, true])
        const { activities } = services.store.tables
        const [now] = await services.store.read.select().from(activities).where(eq(activities.id, id))
        await withdrawActivity(services, {
          actor: member,
          requestId: 'uji',
          activityId: id,
          version: now?.version ?? 0,
          comment: null,
        })
        expect(await seen()).toEqual([false, false, false, true, true])
      }
    })

    test('by nobody once it was taken away', async () => {
      const id = await posted()
      const photoId = services.newId()
      await add(id, await aPhoto(), photoId)
      await removePhoto(services, { actor: member, requestId: 'uji', activityId: id, photoId })
      expect(await seenBy(member, photoId)).toBe(false)
      expect(await add(id, await aPhoto(), photoId)).toEqual({ stored: false })
      expect(await seenBy(member, photoId)).toBe(false)
    })
  })
})
