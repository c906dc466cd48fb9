import { expect, test } from 'vitest'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import { verifyNumber } from '~/features/certificates/verify-number.server'
import { groupStatuses } from '~/features/groups/groups.state'
import { onEachEngine } from '../support/engines'
import { aGroup, setStatus } from '../support/groups'

onEachEngine('verification', (given) => {
  test('tells the truth of today for every status and every version of the sheet', async () => {
    const services = given()
    const { store, newId, now, config } = services
    const group = await aGroup(services, { name: 'KIM Nawaripi' })
    await store.transact((tx) =>
      issueCertificate(tx, { groupId: group.id, now, newId, publicUrl: config.publicUrl }),
    )
    const sheets = [
      [undefined, null],
      [1, { state: 'superseded', version: 1, current: 2 }],
      [2, { state: 'current', version: 2 }],
      [3, { state: 'never_issued', version: 3 }],
    ] as const
    for (const status of groupStatuses) {
      await setStatus(services, group.id, status, { statusSince: now + 5, suspendedUntil: '2027-01-31' })
      for (const [version, sheet] of sheets) {
        expect(await verifyNumber(services, group.number, version)).toMatchObject({
          known: true,
          number: group.number,
          name: 'KIM Nawaripi',
          status,
          statusSince: now + 5,
          suspendedUntil: status === 'suspended' ? '2027-01-31' : null,
          registeredAt: now,
          office: 'Dinas Kominfo Kabupaten Mimika',
          sheet,
        })
      }
    }
  })

  test('a number that was never issued is unknown, with or without a version', async () => {
    const services = given()
    for (const version of [undefined, 1]) {
      expect(await verifyNumber(services, '940401100399', version)).toEqual({
        known: false,
        number: '940401100399',
      })
    }
  })

  test('says nothing of people, addresses, reasons or contacts, whatever the group agreed to', async () => {
    const services = given()
    const group = await aGroup(services, {
      address: 'Jalan Rahasia 5',
      latitude: -4.55,
      longitude: 136.89,
      members: [{ name: 'Ketua Rahasia', post: 'ketua' }],
      contact: {
        channels: { whatsapp: '+6281234567890', email: 'rahasia@contoh.id' },
        publicChannels: ['whatsapp', 'email'],
        publicChairName: true,
        publicAddress: true,
        publicLocation: true,
      },
    })
    await setStatus(services, group.id, 'suspended', { statusReason: 'Alasan rahasia' })
    const told = JSON.stringify(await verifyNumber(services, group.number, 1))
    for (const secret of ['ahasia', '81234567890', '4.55', '136.89']) expect(told).not.toContain(secret)
  })
})
