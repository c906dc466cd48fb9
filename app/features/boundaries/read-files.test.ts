import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadFeature } from './read-feature'
import { readGeojson } from './read-geojson.server'
import { readSql } from './read-sql.server'

/** The text in pieces of a length, as a file arrives. */
async function* inPieces(text: string, length = 1000): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

async function all(features: AsyncGenerator<ReadFeature>): Promise<ReadFeature[]> {
  const read: ReadFeature[] = []
  for await (const feature of features) read.push(feature)
  return read
}

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [111, -8],
      [112, -8, 5],
      [112, -7],
      [111, -8],
    ],
  ],
}
const pieces = [[[111, -8, 112, -8, 112, -7, 111, -8]]]
const feature = (kode: unknown, geometry: unknown = polygon) => ({
  type: 'Feature',
  properties: { kode, nama: 'Pacitan', luas: 12.5, ubah: null },
  geometry,
})
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', name: 'x', features })
const path = '[[[-8,111],[-8,112],[-7,112],[-8,111]]]'

describe('GeoJSON', () => {
  test('is read the same wherever its pieces are cut', async () => {
    const text = collection(
      feature('35.01'),
      feature(3502, { type: 'MultiPolygon', coordinates: [polygon.coordinates, polygon.coordinates] }),
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (length) => {
        expect(await all(readGeojson(inPieces(text, length)))).toEqual([
          {
            place: 'fitur 1',
            properties: { kode: '35.01', nama: 'Pacitan', luas: '12.5' },
            geometryType: 'Polygon',
            geometry: { kind: 'pieces', pieces, points: 4 },
          },
          {
            place: 'fitur 2',
            properties: { kode: '3502', nama: 'Pacitan', luas: '12.5' },
            geometryType: 'MultiPolygon',
            geometry: { kind: 'pieces', pieces: [...pieces, ...pieces], points: 8 },
          },
        ])
      }),
      { numRuns: 20 },
    )
  })

  test('may be one feature a line, with the type behind the geometry', async () => {
    const lines = [feature('35.01'), { geometry: polygon, properties: { kode: '35.02' }, type: 'Feature' }]
    const read = await all(readGeojson(inPieces(lines.map((line) => JSON.stringify(line)).join('\n'))))
    expect(read.map(({ properties, geometry }) => [properties.kode, geometry?.kind])).toEqual([
      ['35.01', 'pieces'],
      ['35.02', 'pieces'],
    ])
  })

  test('says what is no polygon, no number and no geometry', async () => {
    const text = collection(
      feature('1', null),
      feature('2', { type: 'Point', coordinates: [111, -8] }),
      feature('3', {
        type: 'Polygon',
        coordinates: [
          [
            ['111', -8],
            [112, -8],
            [112, -7],
            [111, -8],
          ],
        ],
      }),
      feature('4', { type: 'Polygon', coordinates: JSON.parse(`${'['.repeat(40)}1,2${']'.repeat(40)}`) }),
    )
    const read = await all(readGeojson(inPieces(text)))
    expect(read.map(({ geometry }) => geometry?.kind ?? null)).toEqual([
      null,
      'not_polygon',
      'pieces',
      'not_polygon',
    ])
    const [, , third] = read
    expect(third?.geometry).toMatchObject({ pieces: [[[Number.NaN, Number.NaN, 112, -8, 112, -7, 111, -8]]] })
  })

  const whole = collection(feature('35.01'), feature('35.02'))
  test.each([
    ['boundary_truncated', whole.slice(0, -30)],
    ['boundary_truncated', whole.slice(0, 40)],
    ['boundary_not_json', whole.replace('35.02"', '35.02')],
    ['boundary_not_json', '<kml></kml>'],
    ['boundary_not_features', '{"type":"Topology","objects":{},"arcs":[]}'],
    ['boundary_not_features', JSON.stringify(polygon)],
    ['boundary_not_features', '[1,2]'],
    ['boundary_file_empty', ' \n '],
  ])('%s: %s', async (code, text) => {
    await expect(all(readGeojson(inPieces(text, 16)))).rejects.toMatchObject({ code })
  })
})

describe('SQL', () => {
  const text = `/* Hak cipta; 'bukan teks' */
-- catatan: INSERT INTO lain VALUES (1);
DELETE FROM wilayah_boundaries WHERE kode BETWEEN '35.00' AND '35.99';
INSERT INTO \`wilayah_boundaries\` (\`kode\`,nama,lat,lng,path,status) VALUES
\t('35.01','Kab. Ma''rang; (baru)',-8.1,111.1,'${path}',1),
\t# di tengah
\t('35.02','Di\\'a',-8.1,111.1,NULL,NULL);
INSERT INTO wilayah_boundaries VALUES ('35.03','Trenggalek',0,0,'[${path},${path}]',1)`

  test('is read the same wherever its pieces are cut; pairs are turned round, comments passed over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (length) => {
        expect(await all(readSql(inPieces(text, length)))).toEqual([
          {
            place: 'baris 5',
            properties: { kode: '35.01', nama: "Kab. Ma'rang; (baru)", status: '1' },
            geometryType: 'path',
            geometry: { kind: 'pieces', pieces, points: 4 },
          },
          { place: 'baris 7', properties: { kode: '35.02', nama: "Di'a" }, geometryType: '', geometry: null },
          {
            place: 'baris 8',
            properties: { kode: '35.03', nama: 'Trenggalek', status: '1' },
            geometryType: 'path',
            geometry: { kind: 'pieces', pieces: [...pieces, ...pieces], points: 8 },
          },
        ])
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    ['boundary_truncated', text.slice(0, -30)],
    ['boundary_truncated', `${text.slice(0, text.indexOf(',NULL'))}`],
    ['boundary_truncated', '/* tidak ditutup'],
    ['boundary_no_rows', "INSERT INTO wilayah (kode,nama) VALUES ('35','Jawa Timur');"],
    ['boundary_no_rows', 'SELECT 1;'],
    ['boundary_broken_sql', "INSERT INTO b (kode,path) VALUES ('35', ST_GeomFromText('POLYGON'));"],
    ['boundary_broken_sql', "INSERT INTO b (kode,path) VALUES '35';"],
  ])('%s: …%s', async (code, broken) => {
    await expect(all(readSql(inPieces(broken, 16)))).rejects.toMatchObject({ code })
  })

  test('a path that is cut off or no numbers is told from a good one', async () => {
    const row = (value: string) => `INSERT INTO b (kode,path) VALUES ('35.01','${value}');`
    const kindOf = async (value: string) => (await all(readSql(inPieces(row(value)))))[0]?.geometry?.kind
    expect(await kindOf('[[[-8,111],[-8,112]')).toBe('not_polygon')
    expect(await kindOf('MULTIPOLYGON(1 2)')).toBe('not_polygon')
    expect(await kindOf(path)).toBe('pieces')
  })
})
