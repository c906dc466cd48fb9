import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applicationMoves } from '~/features/registration/registration.state'
import { subdomainStatuses } from '~/features/subdomains/subdomains.state'
import { auditActionWords, auditSubjectWords } from './audit.messages'
import { auditFieldWords, auditValue } from './audit-delta.messages'

const source = readdirSync('app/features', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.server.ts'))
  .map((path) => readFileSync(`app/features/${path}`, 'utf8'))
  .join('\n')

function found(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))]
}

test('every action that the portal records has words', () => {
  const lines = source.split('\n').filter((line) => /\baction:/.test(line))
  const actions = lines.flatMap((line) =>
    [...line.matchAll(/'([a-zA-Z]+\.[a-zA-Z_]+)'/g)].map((match) => match[1]),
  )
  expect(actions.length).toBeGreaterThan(20)
  expect([...new Set(actions)].filter((action) => action && !(action in auditActionWords))).toEqual([])
})

test('every outcome of a review and every step of a subdomain has words', () => {
  const steps = [
    ...applicationMoves.under_review
      .filter((status) => status !== 'submitted')
      .map((to) => `registration.${to}`),
    ...subdomainStatuses.map((to) => `subdomain.${to}`),
  ]
  expect(steps.filter((action) => !(action in auditActionWords))).toEqual([])
})

test('every subject that the portal records has words', () => {
  const kinds = found(/subject: \{ kind: '([a-z_]+)'/g)
  expect(kinds.length).toBeGreaterThan(4)
  expect(kinds.filter((kind) => !(kind in auditSubjectWords))).toEqual([])
})

test('every changed field has words', () => {
  const fields = found(/delta: \{[^}]*?\b([a-zA-Z]+): \[/g)
  expect(fields.length).toBeGreaterThan(5)
  expect(fields.filter((field) => !(field in auditFieldWords))).toEqual([])
})

test('values are read as words, and sentences stay as they were written', () => {
  expect(auditValue('under_review')).toBe('sedang diperiksa')
  expect(auditValue('identity board')).toBe('wilayah dan identitas, pengurus')
  expect(auditValue('Dua kelompok memakai SK yang sama')).toBe('Dua kelompok memakai SK yang sama')
  expect(auditValue(null)).toBe('kosong')
  expect(auditValue(false)).toBe('tidak')
  expect(auditValue(12)).toBe('12')
})
