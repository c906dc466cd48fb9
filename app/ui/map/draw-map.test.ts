import fc from 'fast-check'
import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { classOf, niceBreaks } from './classes'
import { drawMap, type MapRegion } from './draw-map'
import { textWidth } from './labels'

const frame = [110, -9, 115, -6] as const
const sea = { type: 'MultiPolygon' as const, coordinates: [] }
const coastline = { land: sea, neighbours: sea }

const squareAt = (lng: number, lat: number, size: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [lng, lat],
        [lng + size, lat],
        [lng + size, lat + size],
        [lng, lat + size],
        [lng, lat],
      ],
    ],
  ],
})

const someRegions = fc
  .array(
    fc.record({
      lng: fc.double({ min: 110, max: 115, noNaN: true }),
      lat: fc.double({ min: -9, max: -6, noNaN: true }),
      size: fc.integer({ min: 0, max: 800 }),
      value: fc.option(fc.double({ min: 0, max: 1.5, noNaN: true })),
      isTiny: fc.boolean(),
      label: fc.constantFrom('Batu', 'Kepulauan Seribu', 'Banyuwangi', 'Hulu Sungai Selatan', undefined),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(
      ({ lng, lat, isTiny, ...row }, at): MapRegion => ({
        ...row,
        ...(isTiny && { shape: squareAt(lng, lat, 0.001) }),
        code: String(at),
        name: `Wilayah ${at}`,
        title: `Wilayah ${at}`,
        href: `/peta/${at}`,
        point: [lng, lat],
      }),
    ),
  )

describe('a drawn map', () => {
  it('is the same when drawn again, and other values change neither its places nor its coast', () => {
    fc.assert(
      fc.property(someRegions, fc.constantFrom(360, 960), (regions, width) => {
        const first = drawMap({ frame, coastline, regions, width })
        const before = structuredClone(first)
        const other = drawMap({
          frame,
          coastline,
          regions: regions.map((region) => ({ ...region, value: 0.99 })),
          width,
        })
        expect(drawMap({ frame, coastline, regions, width })).toEqual(before)
        const placesOf = (drawing: typeof first) => drawing.regions.map(({ code, circle }) => [code, circle])
        expect(placesOf(other)).toEqual(placesOf(first))
        expect(other.land).toBe(first.land)
      }),
      { numRuns: 20 },
    )
  })

  it('shows every region inside of the sheet, links it and lets no label meet another', () => {
    fc.assert(
      fc.property(someRegions, fc.constantFrom(360, 960), (regions, width) => {
        const drawing = drawMap({ frame, coastline, regions, width })
        expect(new Set(drawing.regions.map(({ code }) => code))).toEqual(
          new Set(regions.map(({ code }) => code)),
        )
        for (const { circle } of drawing.regions) {
          expect(circle?.r).toBeGreaterThan(2)
          expect(circle?.x).toBeGreaterThan(0)
          expect(circle?.x).toBeLessThan(drawing.width)
          expect(circle?.y).toBeGreaterThan(0)
          expect(circle?.y).toBeLessThan(drawing.height)
        }
        const boxes = drawing.labels.map(({ lines, x, y, anchor, fontSize }) => {
          const wide = Math.max(...lines.map((line) => textWidth(line, fontSize)))
          const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
          return {
            left,
            right: left + wide,
            top: y - fontSize * 0.92,
            bottom: y + fontSize * (1.15 * lines.length - 0.92),
          }
        })
        for (const [at, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0)
          expect(a.right).toBeLessThanOrEqual(drawing.width)
          for (const b of boxes.slice(at + 1)) {
            const apart =
              a.right <= b.left + 0.1 ||
              b.right <= a.left + 0.1 ||
              a.bottom <= b.top + 0.1 ||
              b.bottom <= a.top + 0.1
            expect(apart).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('marks a city too small to be filled with the smallest circle and fills its neighbours', () => {
    const region = (code: string, size: number): MapRegion => ({
      code,
      name: code,
      title: code,
      href: `/peta/${code}`,
      value: 0.5,
      size: 18,
      point: [112, -7.5],
      shape: squareAt(112, -7.5, size),
    })
    // The city is less than half a pixel wide.
    const { regions, sizes } = drawMap({
      frame: [95, -11, 141, 6],
      regions: [region('3576', 0.06), region('3516', 1)],
      width: 360,
    })
    expect(regions.map(({ code, path, circle }) => [code, !!path, !!circle])).toEqual([
      ['3516', true, false],
      ['3576', false, true],
    ])
    expect(regions[1]?.circle?.r).toBeLessThan(5)
    expect(sizes).toEqual([])
  })

  it('fills a shape whichever way round its rings turn', () => {
    const ring = [
      [111, -8],
      [113, -8],
      [113, -7],
      [111, -7],
      [111, -8],
    ]
    const draw = (corners: number[][]) =>
      drawMap({
        frame,
        coastline,
        regions: [
          {
            code: '3501',
            name: 'Pacitan',
            title: 'Pacitan',
            href: '/peta/3501',
            value: 0.5,
            size: 1,
            shape: { type: 'MultiPolygon', coordinates: [[corners]] },
          },
        ],
      }).regions[0]?.path ?? ''
    const numbers = (path: string) => path.match(/^M([\d.]+) ?(-?[\d.]+)/)?.slice(1)
    expect(draw(ring).match(/l/g)).toHaveLength(1)
    expect(draw(ring).length).toBeLessThan(60)
    expect(numbers(draw([...ring].reverse()))).toBeDefined()
    expect(draw([...ring].reverse()).length).toBeLessThan(60)
  })
})

describe('the classes of shares', () => {
  it('keep nothing apart from a little, and rise with the share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true })), (values) => {
        const breaks = niceBreaks(values)
        const classes = [...values].sort((a, b) => a - b).map((value) => classOf(value, breaks))
        expect(classes).toEqual([...classes].sort())
        expect(classOf(null, breaks)).toBe(0)
        expect(classOf(1e-9, breaks)).toBe(1)
      }),
    )
  })
})
