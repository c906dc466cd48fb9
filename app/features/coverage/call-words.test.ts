import { expect, it } from 'vitest'
import { callWords, whatsappHref } from './call-words'

const today = '2026-11-22'
const called = { chair: 'Yohana Magai', name: 'KIM Otomona', lastOn: '2026-05-12', on: '2026-11-09' }

it('tells a chair that the group is asleep, that it will be, or nothing of it once it woke up', () => {
  expect(callWords(called, today)).toContain('Sejak 9 November 2026 kelompoknya terhitung vakum.')
  expect(callWords({ ...called, on: '2026-12-01' }, today)).toContain('mulai 1 Desember 2026')
  expect(callWords({ ...called, lastOn: '2026-11-20' }, today)).not.toContain('vakum')
  expect(callWords({ ...called, on: null }, today)).not.toContain('vakum')
})

it('has no words ready where the list is of an earlier day', () => {
  const phone = '+62 812-3456'
  expect(whatsappHref(phone, called, { today, asOf: '2026-10-31' })).toBe('https://wa.me/628123456')
  expect(whatsappHref(phone, called, { today, asOf: today })).toMatch(
    /^https:\/\/wa\.me\/628123456\?text=Halo/,
  )
})
