import { zoneOf } from '~/features/regions/local-words'
import { NATION, withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import type { RegionLevel } from '~/features/regions/regions.tables'
import type { Zone } from '~/platform/calendar'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

/** The country, or a region of it, as the heading and the path above it name it. */
export interface ShownRegion {
  code: string
  level: 'nation' | RegionLevel
  /** "Kabupaten Mimika", "Indonesia". */
  name: string
  /** From the country down to the region above; empty for the country. */
  above: { code: string; name: string }[]
  /** Whose calendar decides what day it is. */
  zone: Zone
}

const indonesia = { code: NATION, name: 'Indonesia' }

/** A region by its code, `00` for the country; null when there is none. */
export async function findShownRegion(reading: Reading, code: string): Promise<ShownRegion | null> {
  const zone = zoneShownOf(code)
  if (code === NATION) return { ...indonesia, level: 'nation', above: [], zone }
  const named = await nameRegion(reading, code)
  if (!named) return null
  return {
    code,
    level: named.level,
    name: withWord(named),
    above: [indonesia, ...named.above.map((region) => ({ code: region.code, name: withWord(region) }))],
    zone,
  }
}

/** Whose calendar decides what day it is in a region; in the country (`00`) the east's, where it is never earlier. */
export function zoneShownOf(code: string): Zone {
  return code === NATION ? 'WIT' : zoneOf(code)
}
