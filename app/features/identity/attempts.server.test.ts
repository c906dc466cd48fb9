import { expect, test } from 'vitest'
import { addressBlock } from './attempts.server'

test('one IPv6 subscriber counts as one address, whatever they append', () => {
  const block = addressBlock('2001:db8:1:2::1')
  expect(addressBlock('2001:0db8:0001:0002:ffff:ffff:ffff:ffff')).toBe(block)
  expect(addressBlock('2001:db8:1:2:3::')).toBe(block)
  expect(addressBlock('2001:db8:1:3::1')).not.toBe(block)
})

test('an IPv4 address is itself, also when it comes in IPv6 dress', () => {
  expect(addressBlock('203.0.113.9')).toBe('203.0.113.9')
  expect(addressBlock('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(addressBlock('203.0.113.8')).not.toBe(addressBlock('203.0.113.9'))
})

test('local and unknown addresses are read too', () => {
  expect(addressBlock('::1')).toBe('0:0:0:0')
  expect(addressBlock('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(addressBlock('unknown')).toBe('unknown')
})
