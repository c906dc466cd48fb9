import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { addLegalBasis } from '~/features/settings/add-legal-basis.server'
import { adminSettingsScreen } from '~/features/settings/admin-settings.queries.server'
import { endLegalBasis } from '~/features/settings/end-legal-basis.server'
import { legalBasisScreen, listLegalBases } from '~/features/settings/legal-bases.queries.server'
import { officeSettingsScreen } from '~/features/settings/office-settings.queries.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import { setSetting } from '~/features/settings/set-setting.server'
import { settingAt } from '~/features/settings/settings.queries.server'
import {
  type SettingForm,
  type SettingKey,
  settingForm,
  settingKeys,
} from '~/features/settings/settings.schema'
import { settingViews } from '~/features/settings/settings-screen.server'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'

const mimika = { provinceCode: '94', regencyCode: '9404' }
const today = '2026-11-22'

onEachEngine('settings', (given) => {
  const valueOn = (date: string) =>
    settingAt({ db: given().store.read, tables: given().store.tables }, 'minimumMembers', mimika, date)

  /** Sets the minimum of Mimika as the page would, knowing its newest row. */
  async function setMinimum(actor: Actor, value: string, validFrom: string, more: object = {}) {
    const { settings } = await settingViews(given(), '9404', ['minimumMembers'])
    await setSetting(given(), {
      actor,
      requestId: 'r',
      key: 'minimumMembers',
      regionCode: '9404',
      value,
      validFrom,
      seen: settings[0]?.seen ?? '',
      ...more,
    })
  }

  it('hold from their day on, replace what was set for the same day, and keep what is planned later', async () => {
    const officer = await person(given(), 'Petugas Mimika', mimikaOfficer)
    expect(await valueOn(today)).toBe(10)
    await setMinimum(officer, '6', '2027-01-01')
    await setMinimum(officer, '8', today)
    await setMinimum(officer, '7', today)
    expect(await valueOn('2026-11-21')).toBe(10)
    expect(await valueOn(today)).toBe(7)
    expect(await valueOn('2026-12-31')).toBe(7)
    expect(await valueOn('2027-01-01')).toBe(6)
    await setMinimum(officer, '', '2027-06-01', { follow: 'on' })
    expect(await valueOn('2027-05-31')).toBe(6)
    expect(await valueOn('2027-06-01')).toBe(10)
    const { settings } = await settingViews(given(), '9404', ['minimumMembers'])
    expect(settings[0]).toMatchObject({ words: '7 orang', source: 'own' })
    expect(settings[0]?.history.map(({ words, state }) => [words, state])).toEqual([
      ['6 orang', 'planned'],
      ['7 orang', 'now'],
      ['8 orang', 'replaced'],
    ])
  })

  it('leave an audit event in the region where they were set', async () => {
    const { read, tables } = given().store
    const events = await read
      .select()
      .from(tables.auditEvents)
      .where(eq(tables.auditEvents.action, 'setting.changed'))
    expect(events.length).toBeGreaterThan(0)
    expect(events[0]).toMatchObject({ regencyCode: '9404', actorRole: 'regency_officer' })
  })

  it('cannot be set backwards in time, far ahead, or to nonsense', async () => {
    const officer = await person(given(), 'Petugas Mimika', mimikaOfficer)
    const refused = (value: string, day: string) =>
      expect(setMinimum(officer, value, day)).rejects.toMatchObject({ status: 422 })
    await refused('6', '1875-01-01')
    await refused('6', '2026-11-21')
    await refused('6', '2029-01-01')
    for (const value of ['0', '-1', '1000', 'banyak', '6.5', '🙂']) await refused(value, today)
    await expect(setMinimum(officer, '6', '2030-13-45')).rejects.toMatchObject({ status: 422 })
  })

  it('tell the second of two people who set at once, and overwrite nothing', async () => {
    const officer = await person(given(), 'Petugas Mimika', mimikaOfficer)
    await setMinimum(officer, '9', '2026-11-25')
    const before = await valueOn('2026-11-25')
    await expect(setMinimum(officer, '3', '2026-11-25', { seen: 'old' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    expect(await valueOn('2026-11-25')).toBe(before)
  })

  it('are changed by the regency itself only, and what is not regional by administrators only', async () => {
    const officer = await person(given(), 'Petugas Mimika', mimikaOfficer)
    const province = await person(given(), 'Provinsi', { role: 'province_officer', provinceCode: '94' })
    const admin = await person(given(), 'Admin', { role: 'admin' })
    const set = (
      actor: Actor,
      regionCode: string,
      key: 'minimumMembers' | 'provinceDecides',
      value: string,
    ) => setSetting(given(), { actor, requestId: 'r', key, regionCode, value, validFrom: today, seen: '' })
    await expect(set(officer, '9401', 'minimumMembers', '5')).rejects.toMatchObject({ status: 404 })
    await expect(set(officer, '', 'minimumMembers', '5')).rejects.toMatchObject({ status: 404 })
    await expect(set(province, '9401', 'minimumMembers', '5')).rejects.toMatchObject({ status: 404 })
    await expect(set(officer, '9404', 'provinceDecides', 'ya')).rejects.toMatchObject({ status: 403 })
    await expect(set(admin, '9999', 'minimumMembers', '5')).rejects.toMatchObject({ status: 404 })
    await set(admin, '94', 'provinceDecides', 'ya')
    const at = (place: { provinceCode: string; regencyCode: string }) =>
      settingAt({ db: given().store.read, tables: given().store.tables }, 'provinceDecides', place, today)
    expect(await at(mimika)).toBe(true)
    expect(await at({ provinceCode: '35', regencyCode: '3501' })).toBe(false)
  })

  it('never let a group count as less active for fewer days than as active, now or later, here or below', async () => {
    const admin = await person(given(), 'Admin', { role: 'admin' })
    const set = async (
      key: 'activeDays' | 'lessActiveDays',
      value: string,
      { regionCode = '', validFrom = today, ...more }: Partial<SettingForm> = {},
    ) => {
      const { settings } = await settingViews(given(), regionCode, [key])
      const seen = settings[0]?.seen ?? ''
      const change = { actor: admin, requestId: 'r', key, regionCode, value, validFrom, seen, ...more }
      await setSetting(given(), change)
    }
    const refused = (message: string) => ({
      code: 'setting_thresholds',
      status: 422,
      field: 'value',
      message,
    })
    const since = 'sejak 22 November 2026 adalah'
    await expect(set('activeDays', '200')).rejects.toMatchObject(
      refused(
        `Batas KIM kurang aktif ${since} 180 hari; batas KIM aktif tidak boleh lebih panjang. Ubah dulu batas KIM kurang aktif.`,
      ),
    )
    await expect(set('lessActiveDays', '89')).rejects.toMatchObject(
      refused(
        `Batas KIM aktif ${since} 90 hari; batas KIM kurang aktif tidak boleh lebih pendek. Ubah dulu batas KIM aktif.`,
      ),
    )
    const later = { validFrom: '2027-03-01' }
    await set('lessActiveDays', '365', later)
    await set('activeDays', '200', later)
    await expect(set('activeDays', '200')).rejects.toMatchObject({ code: 'setting_thresholds' })
    await expect(set('lessActiveDays', '180', { validFrom: '2027-04-01' })).rejects.toMatchObject({
      code: 'setting_thresholds',
    })
    const here = { regionCode: '35' }
    await expect(set('lessActiveDays', '120', here)).rejects.toThrow('di Provinsi Jawa Timur')
    await set('activeDays', '60', here)
    await set('lessActiveDays', '120', here)
    await expect(set('activeDays', '', { ...here, validFrom: '2027-03-01', follow: 'on' })).rejects.toThrow(
      'Batas KIM kurang aktif di Provinsi Jawa Timur sejak 1 Maret 2027 adalah 120 hari',
    )
  })

  it('of a province are offered where they count there, and refused where they do not', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    const keysOf = async (code: string) =>
      (await adminSettingsScreen(services, code)).settings.map(({ key }) => key)
    const regional = [
      'minimumMembers',
      'reviewWorkingDays',
      'reportPeriod',
      'reportDueDays',
      'reportLockDays',
    ]
    expect(new Set(await keysOf('35'))).toEqual(
      new Set([...regional, 'activeDays', 'lessActiveDays', 'provinceDecides']),
    )
    expect(await keysOf('3501')).toEqual(regional)
    expect(await keysOf('')).toEqual([...settingKeys])
    const set = (key: SettingKey, regionCode: string, value: string) =>
      setSetting(services, {
        actor: admin,
        requestId: 'r',
        key,
        regionCode,
        value,
        validFrom: today,
        seen: '',
      })
    const refused = { code: 'setting_not_regional', status: 403 }
    await expect(set('activeDays', '3501', '60')).rejects.toMatchObject(refused)
    await expect(set('subdomainTarget', '94', 'situs.contoh.id')).rejects.toMatchObject(refused)
    await set('reportDueDays', '94', '14')
  })

  it('are shown to the office of the place, read-only to its province, and to nobody else', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
    const other = await person(services, 'Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    const nothing = { cari: '', wilayah: '' }
    expect(await officeSettingsScreen(services, officer, nothing)).toMatchObject({
      regency: { code: '9404', title: 'Kabupaten Mimika' },
      mayChange: true,
    })
    expect(await officeSettingsScreen(services, province, nothing)).toMatchObject({ regency: null })
    expect(await officeSettingsScreen(services, province, { cari: '', wilayah: '9404' })).toMatchObject({
      mayChange: false,
    })
    await expect(officeSettingsScreen(services, other, { cari: '', wilayah: '9404' })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('are refused by the form with words', () => {
    const form = { intent: 'set', key: 'provinceDecides', value: 'mungkin', validFrom: today }
    expect(settingForm.safeParse(form).success).toBe(false)
    expect(settingForm.safeParse({ ...form, value: 'tidak' }).success).toBe(true)
    expect(settingForm.safeParse({ ...form, value: undefined }).success).toBe(false)
    expect(settingForm.safeParse({ ...form, value: 'ya', validFrom: '2026-02-30' }).success).toBe(false)
  })
})

onEachEngine('legal bases', (given) => {
  it('are there from the first start, once, and stay as an administrator left them', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    await endLegalBasis(services, {
      actor: admin,
      requestId: 'r',
      basisId: 'permenkominfo-4-2024',
      validUntil: '2027-01-01',
    })
    await seedLegalBases(services)
    const bases = await listLegalBases(services)
    expect(bases.map(({ id, state, validUntil }) => [id, state, validUntil])).toEqual([
      ['permenkominfo-4-2024', 'inForce', '2027-01-01'],
      ['permenkominfo-8-2019', 'ended', '2024-09-04'],
    ])
    await expect(
      endLegalBasis(services, {
        actor: admin,
        requestId: 'r',
        basisId: 'permenkominfo-4-2024',
        validUntil: '2027-02-01',
      }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('are added once however often the form is sent, for a region that exists', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    const form = {
      actor: admin,
      requestId: 'r',
      id: services.newId(),
      citation: 'Peraturan Bupati Mimika Nomor 1 Tahun 2027',
      title: 'Komunitas Informasi Masyarakat',
      note: '',
      regionCode: '9404',
      validFrom: '2027-01-01',
    }
    await addLegalBasis(services, form)
    await addLegalBasis(services, form)
    const { bases, choices } = await legalBasisScreen(services)
    expect(bases.filter(({ where }) => where === 'Kabupaten Mimika')).toMatchObject([{ state: 'coming' }])
    expect(choices.map(({ words }) => words)).toEqual(['10 orang', '5 hari kerja', 'Tidak'])
    await expect(
      addLegalBasis(services, { ...form, id: services.newId(), regionCode: '9999' }),
    ).rejects.toMatchObject({ status: 422, field: 'regionCode' })
  })
})
