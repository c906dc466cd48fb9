import { expect, test } from 'vitest'
import { readableDocument } from '~/features/documents/documents.queries.server'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import { makeWorld } from '../support/world'

onEachEngine('reading documents', (given) => {
  test('who sent it and officers of its region read a document; for everyone else it does not exist', async () => {
    const services = given()
    const { inside } = await makeWorld(services)
    const read = async (actor: Awaited<ReturnType<typeof person>>) =>
      (await readableDocument(services, actor, inside.documentId)).id
    expect(await read(inside.chair)).toBe(inside.documentId)
    for (const role of [
      mimikaOfficer,
      { role: 'province_officer', provinceCode: '94' } as const,
      { role: 'national_officer' } as const,
    ]) {
      expect(await read(await person(services, 'Petugas', role))).toBe(inside.documentId)
    }
    for (const role of [
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9401' } as const,
      { role: 'province_officer', provinceCode: '35' } as const,
      { role: 'registrar' } as const,
      { role: 'admin' } as const,
    ]) {
      await expect(read(await person(services, 'Orang Lain', role))).rejects.toMatchObject({ status: 404 })
    }
    await expect(read(await person(services, 'Warga'))).rejects.toMatchObject({ status: 404 })
  })

  test('the documents of an online draft are the applicant’s alone until it is submitted', async () => {
    const services = given()
    const { store, newId, now } = services
    const applicant = await person(services, 'Yohana')
    const officer = await person(services, 'Rina', mimikaOfficer)
    const [applicationId, documentId] = [newId(), newId()]
    const codes = {
      provinceCode: '94',
      regencyCode: '9404',
      districtCode: '940401',
      villageCode: '9404011003',
    }
    await store.transact(async ({ db, tables }) => {
      await db.insert(tables.applications).values({
        id: applicationId,
        ...codes,
        status: 'draft',
        source: 'online',
        groupName: 'KIM Draf',
        nameKey: 'kim draf',
        answers: { identity: { scope: 'village' } },
        createdBy: applicant.id,
        createdAt: now,
        updatedAt: now,
      })
      await db.insert(tables.documents).values({
        id: documentId,
        kind: 'decree',
        applicationId,
        mime: 'application/pdf',
        bytes: 10,
        pages: 1,
        sha256: '0'.repeat(64),
        uploadedBy: applicant.id,
        uploadedAt: now,
      })
    })
    expect((await readableDocument(services, applicant, documentId)).id).toBe(documentId)
    await expect(readableDocument(services, officer, documentId)).rejects.toMatchObject({ status: 404 })
  })
})
