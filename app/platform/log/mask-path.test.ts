import { expect, test } from 'vitest'
import { newToken } from '~/platform/ids'
import { maskPath, opensByItself } from './mask-path'

test.each([
  'undangan',
  'atur-ulang',
  'awal',
  'acara/tiket',
  'acara/panitia',
  'acara/sertifikat',
  'Acara/Tiket',
])('no token of /%s/ reaches the log, and no browser keeps the page', (kind) => {
  const token = newToken()
  for (const url of [
    `/${kind}/${token}`,
    `/${kind}/${token}.data`,
    `/${kind}/${token}/`,
    `/${kind}/${token}?_routes=root`,
    `/${kind}/${token}#isi`,
  ]) {
    expect(maskPath(url)).not.toContain(token)
    expect(maskPath(url)).toContain(`/${kind}/…`)
    expect(opensByItself(url)).toBe(true)
  }
})

test('other paths are logged as they are, without their query', () => {
  expect(maskPath('/kim/940412203001?q=rahasia')).toBe('/kim/940412203001')
  expect(maskPath('/undangan')).toBe('/undangan')
  expect(maskPath('/')).toBe('/')
  expect(opensByItself('/acara')).toBe(false)
})
