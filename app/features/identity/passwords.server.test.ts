import { expect, test } from 'vitest'
import { assertPasswordFit, hashPassword, passwordMatches } from './passwords.server'

const person = { name: 'Yosefina Magai', email: 'yosefina.magai@contoh.id', phone: '+6281234567890' }

test('a password is stored as argon2id at the cost that OWASP asks for', async () => {
  expect(await hashPassword('kampung nawaripi indah')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a password matches its own hash alone, however its accents were typed', async () => {
  const stored = await hashPassword('caf\u00e9 di tepi sungai')
  expect(await passwordMatches('cafe\u0301 di tepi sungai', stored)).toBe(true)
  expect(await passwordMatches('cafe di tepi sungai', stored)).toBe(false)
})

test('without an account, or with a hash that is none, nothing matches', async () => {
  expect(await passwordMatches('no account has this password', undefined)).toBe(false)
  expect(await passwordMatches('x', 'x')).toBe(false)
})

test.each([
  '1234567890',
  'qwertyuiop',
  'password123',
  'Password2026!',
  'aaaaaaaaaa',
  'indonesia2026',
  'bismillah123',
])('%s is refused as too common', async (password) => {
  await expect(assertPasswordFit(password, person)).rejects.toMatchObject({
    code: 'password_common',
    field: 'password',
  })
})

test.each([
  'YosefinaMagai',
  'yosefina magai',
  'yosefina.magai@contoh.id',
  '081234567890',
  '+6281234567890',
  'yosefinamagai123',
])('%s is refused as the person’s own', async (password) => {
  await expect(assertPasswordFit(password, person)).rejects.toMatchObject({ code: 'password_personal' })
})

test.each(['kampung nawaripi indah', 'tiga ekor burung 7', 'Xq8#vLp2!mZt'])(
  '%s is good',
  async (password) => {
    await expect(assertPasswordFit(password, person)).resolves.toBeUndefined()
  },
)
