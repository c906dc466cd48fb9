import { expect, it } from 'vitest'
import { whatChanges } from './what-changes'

const standing = { state: 'active', lastOn: '2026-11-20', until: '2027-02-18', activeDays: 90 } as const

it('tells a suspended group that it counts nowhere, whatever its activities say', () => {
  const registered = whatChanges({ status: 'registered', suspendedUntil: null, standing })
  expect(registered).toContain('Tetap terhitung aktif sampai 18 Februari 2027')
  const suspended = whatChanges({ status: 'suspended', suspendedUntil: '2026-12-01', standing })
  expect(suspended).toContain('Terdaftar kembali 1 Desember 2026')
  expect(suspended).toContain('tidak dihitung aktif; kegiatan boleh tetap dicatat')
  expect(suspended).not.toContain('Tetap')
})
