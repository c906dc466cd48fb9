import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { activityFieldLabels } from './activity-form.fields'
import { answersFrom, contentFrom, NewActivityForm } from './activity-form.schema'

const least = {
  id: '01939f5e-7d50-7000-8000-000000000001',
  groupId: '01939f5e-7d50-7000-8000-000000000002',
  localDate: '2026-11-20',
  title: 'Ronda informasi posyandu',
  topicCode: 'kesehatan',
  functions: 'diseminasi',
  channels: 'tatap_muka',
  placeCode: '9404011003',
}

function send(changes: Record<string, string | string[]> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...least, ...changes })) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return parseWithZod(form, { schema: NewActivityForm })
}

function faultsOf(changes: Record<string, string | string[]>): string[] {
  return Object.keys(send(changes).reply().error ?? {})
}

function contentOf(changes: Record<string, string | string[]> = {}) {
  const submission = send(changes)
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
  return contentFrom(submission.value)
}

describe('the form for an activity', () => {
  test('the essentials are enough', () => {
    expect(contentOf()).toMatchObject({
      story: '',
      functions: ['diseminasi'],
      channels: [{ channel: 'tatap_muka', platform: null, link: null }],
      reach: null,
      hoax: null,
      isPublic: false,
    })
  })

  test('what is missing is asked for at its field', () => {
    expect(faultsOf({ title: '' })).toEqual(['title'])
    expect(faultsOf({ localDate: '2026-02-30' })).toEqual(['localDate'])
    expect(faultsOf({ topicCode: '' })).toEqual(['topicCode'])
    expect(faultsOf({ functions: [] })).toEqual(['functions'])
    expect(faultsOf({ channels: [] })).toEqual(['channels'])
  })

  test('a channel counts when it is ticked, and what was typed beside another is let go', () => {
    const typed = { 'platform.cetak': 'Buletin  kampung', 'link.online': 'contoh.id' }
    expect(contentOf({ ...typed, channels: ['cetak'] }).channels).toEqual([
      { channel: 'cetak', platform: 'Buletin kampung', link: null },
    ])
    expect(faultsOf({ ...typed, channels: [] })).toEqual(['channels'])
  })

  test('links lead to the web and nowhere else', () => {
    const linkOf = (link: string) =>
      contentOf({ channels: ['online'], 'link.online': link }).channels.at(0)?.link
    expect(linkOf('facebook.com/kim.nawaripi')).toBe('https://facebook.com/kim.nawaripi')
    expect(linkOf('http://contoh.id/a?b=c')).toBe('http://contoh.id/a?b=c')
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://contoh.id',
      'https://',
      'https://orang:sandi@contoh.id',
      'bukan tautan',
    ]) {
      expect(faultsOf({ 'link.online': link }), link).toEqual(['link.online'])
    }
  })

  test('numbers are read with points between the thousands, and nothing else passes', () => {
    expect(contentOf({ reach: '1.250', reachSource: 'counted' })).toMatchObject({
      reach: 1250,
      reachEstimated: false,
    })
    expect(contentOf({ reach: '40', reachSource: 'guess' }).reachEstimated).toBe(true)
    for (const reach of ['-3', '1,5', 'banyak', '99999999999']) {
      expect(faultsOf({ reach, reachSource: 'counted' })).toContain('reach')
    }
    expect(faultsOf({ reach: '40' })).toEqual(['reachSource'])
  })

  test('a hoax is told whole or not at all', () => {
    const whole = {
      hoaxClaim: 'Bansos dipotong',
      hoaxWhere: 'grup WhatsApp',
      hoaxVerdict: 'false',
      hoaxReference: 'https://contoh.id',
    }
    expect(contentOf(whole).hoax).toEqual({
      claim: 'Bansos dipotong',
      where: 'grup WhatsApp',
      verdict: 'false',
      reference: 'https://contoh.id',
    })
    for (const name of Object.keys(whole)) expect(faultsOf({ ...whole, [name]: '' })).toEqual([name])
  })

  test('ten thousand letters in any field are answered with words', () => {
    const much = 'a'.repeat(10_000)
    const fields = [
      'title',
      'story',
      'partners',
      'hoaxClaim',
      'reach',
      'platform.cetak',
      'link.cetak',
      'topicCode',
    ]
    for (const name of fields) {
      const { error } = send({ [name]: much }).reply()
      expect(error?.[name]?.join(' '), name).toMatch(/\w/)
      expect(activityFieldLabels[name], name).toMatch(/\w/)
    }
  })

  test('what was told fills the form again with the same', () => {
    const told = contentOf({
      story: 'Baris satu\nBaris dua',
      channels: ['media_sosial', 'tatap_muka'],
      'link.media_sosial': 'https://contoh.id/kim',
      reach: '30',
      reachSource: 'guess',
      isPublic: 'on',
    })
    const again = answersFrom(told)
    expect(again).toMatchObject({ story: told.story, reach: '30', channels: ['media_sosial', 'tatap_muka'] })
    expect(again.link.media_sosial).toBe('https://contoh.id/kim')
  })
})
