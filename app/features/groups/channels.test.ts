import { expect, test } from 'vitest'
import { readChannel } from './channels'
import type { ChannelKind } from './groups.schema'

const read = (kind: ChannelKind, typed: string) => {
  const reading = readChannel(kind, typed)
  return 'value' in reading ? reading.value : null
}

test('a mobile number becomes E.164 however it is typed', () => {
  for (const typed of [
    '0812 3456 7890',
    '+62 812-3456-7890',
    '62812 34567890',
    '81234567890',
    'https://wa.me/6281234567890',
  ]) {
    expect(read('whatsapp', typed)).toBe('+6281234567890')
  }
  expect(read('whatsapp', '021 555 1234')).toBeNull()
  expect(read('whatsapp', 'dua belas')).toBeNull()
})

test('a handle and an address of the same account become the same https link', () => {
  const cases: [ChannelKind, string[], string][] = [
    [
      'instagram',
      ['@kim.nawaripi', 'instagram.com/kim.nawaripi/', 'http://m.instagram.com/kim.nawaripi?igsh=1'],
      'https://www.instagram.com/kim.nawaripi',
    ],
    [
      'facebook',
      ['kimnawaripi', 'https://web.facebook.com/kimnawaripi/?ref=x'],
      'https://www.facebook.com/kimnawaripi',
    ],
    ['facebook', ['facebook.com/profile.php?id=1000&x=2'], 'https://www.facebook.com/profile.php?id=1000'],
    [
      'youtube',
      ['@kimnawaripi', 'https://youtube.com/@kimnawaripi/videos'],
      'https://www.youtube.com/@kimnawaripi',
    ],
    [
      'tiktok',
      ['kimnawaripi', 'https://www.tiktok.com/@kimnawaripi?lang=id'],
      'https://www.tiktok.com/@kimnawaripi',
    ],
    ['x', ['@kimnawaripi', 'twitter.com/kimnawaripi'], 'https://x.com/kimnawaripi'],
    ['website', ['nawaripi.kim.id', 'https://nawaripi.kim.id/'], 'https://nawaripi.kim.id'],
  ]
  for (const [kind, typed, link] of cases) for (const text of typed) expect(read(kind, text)).toBe(link)
})

test('nothing that could run or mislead is taken as an address', () => {
  for (const kind of ['website', 'instagram', 'facebook', 'youtube', 'tiktok', 'x'] as const) {
    for (const typed of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://orang:sandi@contoh.id',
      'halo semua',
      'a'.repeat(10_000),
    ]) {
      expect(read(kind, typed), `${kind} ${typed.slice(0, 20)}`).toBeNull()
    }
  }
  expect(read('instagram', 'https://instagram.com.jahat.id/kim')).toBeNull()
})
