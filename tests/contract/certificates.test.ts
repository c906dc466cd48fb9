import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { certificatesOfGroup, readableCertificate } from '~/features/certificates/certificates.queries.server'
import { CertificateId } from '~/features/certificates/certificates.schema'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { renderCertificate } from '~/features/certificates/render-certificate.server'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

async function versionsOf({ store }: TestServices, groupId: string) {
  return certificatesOfGroup({ db: store.read, tables: store.tables }, groupId)
}

async function reissue({ store, newId, now, config }: TestServices, groupId: string) {
  return store.transact((tx) =>
    issueCertificate(tx, { groupId, now: now + 1000, newId, publicUrl: config.publicUrl }),
  )
}

onEachEngine('the Tanda Daftar', (given) => {
  test('rendering stores the PDF under its hash and tells the chair once, however often it runs', async () => {
    const services = given()
    const { store, storage } = services
    const { certificates, notices } = store.tables
    const group = await aGroup(services)
    const chair = await person(services, 'Ketua', { role: 'volunteer', groupId: group.id, post: 'ketua' })
    const [issued] = await versionsOf(services, group.id)
    const certificateId = issued?.id ?? ''
    await Promise.all([
      renderCertificate(services, { certificateId }),
      renderCertificate(services, { certificateId }),
    ])
    await renderCertificate(services, { certificateId })
    const [row] = await store.read.select().from(certificates).where(eq(certificates.id, certificateId))
    const pdf = await storage.read(row?.sha256 ?? '')
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(row?.sha256)
    expect(row?.bytes).toBe(pdf.length)
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    const told = await store.read.select().from(notices).where(eq(notices.accountId, chair.id))
    expect(told.map((notice) => notice.href)).toEqual([`/kelompok/${group.id}`])
  })

  test('a reprint is a new version with the facts of its day; the older one is superseded and stays as it was', async () => {
    const services = given()
    const { store } = services
    const { certificates, groups } = store.tables
    const group = await aGroup(services, { name: 'KIM Lama' })
    await store.transact(async ({ db }) => {
      await db.update(groups).set({ name: 'KIM Baru' }).where(eq(groups.id, group.id))
    })
    await reissue(services, group.id)
    const rows = await store.read
      .select()
      .from(certificates)
      .where(eq(certificates.groupId, group.id))
      .orderBy(certificates.version)
    expect(
      rows.map(({ version, facts, supersededAt }) => [version, facts.groupName, supersededAt === null]),
    ).toEqual([
      [1, 'KIM Lama', false],
      [2, 'KIM Baru', true],
    ])
    for (const { facts, version } of rows) {
      expect(facts.verifyUrl).toBe(`http://localhost:3000/verifikasi/${group.number}?v=${version}`)
    }
  })

  test('two reprints at once become two versions, one of them current', async () => {
    const services = given()
    const group = await aGroup(services)
    const done = await Promise.allSettled([reissue(services, group.id), reissue(services, group.id)])
    const succeeded = done.filter((one) => one.status === 'fulfilled').length
    const versions = await versionsOf(services, group.id)
    expect(versions).toHaveLength(1 + succeeded)
    expect(versions.filter((version) => version.supersededAt === null)).toHaveLength(1)
  })

  test('members and the offices above the group read it, everybody else is told that it does not exist', async () => {
    const services = given()
    const group = await aGroup(services)
    const other = await aGroup(services)
    const id = CertificateId.parse((await versionsOf(services, group.id))[0]?.id)
    const readers = [
      await person(services, 'Anggota', { role: 'volunteer', groupId: group.id }),
      await person(services, 'Dinas Mimika', mimikaOfficer),
      await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' }),
      await person(services, 'Kementerian', { role: 'national_officer' }),
    ]
    for (const reader of readers) {
      expect(await readableCertificate(services, reader, id)).toMatchObject({ number: group.number })
    }
    const strangers = [
      await person(services, 'Anggota lain', { role: 'volunteer', groupId: other.id }),
      await person(services, 'Dinas lain', {
        role: 'regency_officer',
        provinceCode: '35',
        regencyCode: '3501',
      }),
      await person(services, 'Provinsi lain', { role: 'province_officer', provinceCode: '35' }),
      await person(services, 'Registrar', { role: 'registrar' }),
      await person(services, 'Belum siapa-siapa'),
    ]
    for (const stranger of strangers) {
      await expect(readableCertificate(services, stranger, id)).rejects.toMatchObject({ status: 404 })
    }
  })
})
