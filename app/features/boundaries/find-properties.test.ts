import { describe, expect, test } from 'vitest'
import { asCode, findCodeProperty, findNameProperty, isSameName, type KnownRegion } from './find-properties'

const known = new Map(
  [
    ['35', 'Jawa Timur'],
    ['3501', 'Pacitan'],
    ['3502', 'Ponorogo'],
    ['3577', 'Madiun'],
  ].map(([code = '', name = '']): [string, KnownRegion] => [
    code,
    { code, name, level: code.length === 2 ? 'province' : 'regency', parentCode: '35', validUntil: null },
  ]),
)

describe('the property with the codes', () => {
  test.each([
    [
      'kode',
      [
        { kode: '35.01', nama: 'Pacitan' },
        { kode: '35.02', nama: 'Ponorogo' },
      ],
    ],
    [
      'KDPKAB',
      [
        { KDPPUM: '35', KDPKAB: '35.01', OBJECTID: '7001' },
        { KDPPUM: '35', KDPKAB: '35.02', OBJECTID: '7002' },
      ],
    ],
    ['kd_kab', [{ kd_prov: '35', kd_kab: '3501' }]],
    [
      'KDKAB',
      [
        { KDBBPS: '3501', KDKAB: '35.01' },
        { KDBBPS: '3502', KDKAB: '35.02' },
      ],
    ],
    ['code', [{ code: '9901' }, { code: '9902' }]],
    [null, [{ nama: 'Pacitan', luas: '12.5' }]],
    [null, []],
  ])('is %s', (property, samples: Record<string, string>[]) => {
    expect(findCodeProperty(samples, known)).toBe(property)
  })
})

test('codes are read with and without dots; anything else is none', () => {
  expect(['35', '35.01', '3501', '35.01.01.2001'].map(asCode)).toEqual(['35', '3501', '3501', '3501012001'])
  expect([undefined, '', '3501010', 'Pacitan', '35.1'].map(asCode)).toEqual([null, null, null, null, null])
})

test('names agree whatever the kind, the case and the spaces', () => {
  const madiun = { name: 'Madiun' }
  for (const written of ['Kota Madiun', 'KAB. MADIUN', 'madiun', 'Kota Administrasi Madiun']) {
    expect(isSameName(written, madiun)).toBe(true)
  }
  expect(isSameName('Magetan', madiun)).toBe(false)
})

test('names are compared only where most of them agree', () => {
  const rows = [
    { kode: '35.01', prov: 'Jawa Timur', nama: 'Kabupaten Pacitan' },
    { kode: '35.02', prov: 'Jawa Timur', nama: 'Ponorogo' },
    { kode: '35.77', prov: 'Jawa Timur', nama: 'Magetan' },
  ]
  expect(findNameProperty(rows, 'kode', known)).toBe('nama')
  expect(
    findNameProperty(
      rows.map(({ kode, prov }) => ({ kode, prov })),
      'kode',
      known,
    ),
  ).toBeNull()
})
