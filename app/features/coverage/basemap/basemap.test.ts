import { existsSync, readFileSync } from 'node:fs'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { readRegionFiles } from '~/features/regions/read-region-files.server'
import { coastline, nationFrame, type Place, regencyPoints } from './basemap.server'
import { coastOfCountry } from './coast-of-country.server'

const points = regencyPoints()
const regencies = readRegionFiles()
  .regions()
  .filter(({ level }) => level === 'regency')

function polygonsOf(shape: Polygon | MultiPolygon): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

/** Whether a point lies in the plane shape, by crossings; rings may turn either way. */
function contains(shape: Polygon | MultiPolygon, [lng, lat]: Place): boolean {
  const crossings = polygonsOf(shape)
    .flat()
    .flatMap((ring) =>
      ring.filter(([x = 0, y = 0], at) => {
        const [px = 0, py = 0] = ring.at(at - 1) ?? []
        return y > lat !== py > lat && lng < x + ((lat - y) * (px - x)) / (py - y)
      }),
    )
  return crossings.length % 2 === 1
}

/** From a place to the nearest point of the line between two others, in a plane that is true near the place. */
function kilometres([lng, lat]: Place, from: Place, to: Place = from): number {
  const narrowing = Math.cos((lat * Math.PI) / 180)
  const [ax, ay] = [(from[0] - lng) * narrowing, from[1] - lat]
  const [dx, dy] = [(to[0] - from[0]) * narrowing, to[1] - from[1]]
  const along = dx === 0 && dy === 0 ? 0 : -(ax * dx + ay * dy) / (dx * dx + dy * dy)
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(ax + part * dx, ay + part * dy) * 111.2
}

function toCoast(place: Place): number {
  return Math.min(
    ...coastline('fine')
      .land.coordinates.flat()
      .flatMap((ring) =>
        ring.slice(1).map(([x = 0, y = 0], at) => {
          const [px = x, py = y] = ring[at] ?? []
          return kilometres(place, [px, py], [x, y])
        }),
      ),
  )
}

describe('the points of the regencies', () => {
  it('are one for each of the 514, and no two at one place', () => {
    expect([...points.keys()].sort()).toEqual(regencies.map(({ code }) => code).sort())
    const all = [...points]
    const close = all.flatMap(([code, place], at) =>
      all
        .slice(at + 1)
        .filter(([, other]) => kilometres(place, other) < 2)
        .map(([other]) => `${code} ${other}`),
    )
    expect(close).toEqual([])
  })

  it('lie in the frame of the country and on its land, give or take 4 km of coast', () => {
    const [west, south, east, north] = nationFrame
    for (const [lng, lat] of points.values()) {
      expect(lng > west && lng < east && lat > south && lat < north).toBe(true)
    }
    const atSea = [...points].filter(
      ([, place]) => !contains(coastline('fine').land, place) && toCoast(place) > 4,
    )
    // None of the Kepulauan Seribu is large enough for Natural Earth.
    expect(atSea.map(([code]) => code)).toEqual(['3101'])
  })

  const samples = new URL('../../../../../shared/data/boundaries/', import.meta.url)
  it.skipIf(!existsSync(samples))('lie inside of their outlines in East Java and Papua Tengah', () => {
    const features = ['kabupaten-kota-jawa-timur.geojson', 'kabupaten-papua-tengah.geojson'].flatMap(
      (name) => {
        const {
          features,
        }: { features: { properties: { kode: string }; geometry: Polygon | MultiPolygon }[] } = JSON.parse(
          readFileSync(new URL(name, samples), 'utf8'),
        )
        return features
      },
    )
    expect(features).toHaveLength(46)
    const outside = features.filter(({ properties, geometry }) => {
      const place = points.get(properties.kode.replaceAll('.', ''))
      return !place || !contains(geometry, place)
    })
    expect(outside.map(({ properties }) => properties.kode)).toEqual([])
  })
})

describe('the pictures of the coast of the country', () => {
  it.each([960, 360])('%i pixels wide: what the coastline draws there', (width) => {
    const picture = readFileSync(`app/features/coverage/basemap/coast-${width}.svg`, 'utf8')
    expect(picture).toBe(coastOfCountry(width))
    expect(picture.length).toBeGreaterThan(15_000)
  })
})
