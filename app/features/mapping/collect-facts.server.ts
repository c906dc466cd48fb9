import { boundariesOf, boundarySources } from '~/features/boundaries/boundaries.queries.server'
import { choiceNames } from '~/features/choices/choices.queries.server'
import { coastline, frameOf, regencyPoints } from '~/features/coverage/basemap/basemap.server'
import { around } from '~/features/coverage/draw-coverage.server'
import type { DocumentMap } from '~/features/publications/document-map'
import { officeName, withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { citationsOn } from '~/features/settings/citations.queries.server'
import { isDemo } from '~/features/settings/settings.queries.server'
import type { Services } from '~/platform/services'
import { formatNumber, formatPercent } from '~/ui/format'
import { drawMap } from '~/ui/map/draw-map'
import type { Mapping, Reading } from './find-mapping.server'
import type { MappingFacts } from './mapping-facts'
import { villagesMapped } from './mapping-numbers.queries.server'
import { type DistrictOf, districtsWithVillages } from './villages.queries.server'

const breaks = [0.25, 0.5, 0.75, 0.999] as const
const classes = ['tidak ada', 'sampai 25%', 'sampai 50%', 'sampai 75%', 'hampir semua', 'semua']

/** Gathers what the document of a settled mapping states beyond its rows; gathered once, then kept. */
export async function collectMappingFacts(services: Services, mapping: Mapping): Promise<MappingFacts> {
  const reading = { db: services.store.read, tables: services.store.tables }
  const { regencyCode, provinceCode, settledOn } = mapping
  const regency = await nameRegion(reading, regencyCode)
  const [province] = regency?.above ?? []
  if (!regency || !province || !settledOn) throw new Error(`mapping ${mapping.id} is not settled`)
  const districts = await districtsWithVillages(reading, regencyCode)
  const mapped = new Set((await villagesMapped(reading, mapping.id)).keys())
  const shapes = await boundariesOf(reading, regencyCode, 'district')
  const sources = await boundarySources(reading, [...shapes.keys()])
  return {
    office: officeName(regency),
    regency: withWord(regency),
    province: withWord(province),
    legalBasis: await citationsOn(reading, [provinceCode, regencyCode], settledOn),
    districts,
    kinds: Object.fromEntries(await choiceNames(reading, 'communityKinds')),
    map:
      shapes.size > 0
        ? districtMap(districts, mapped, shapes)
        : await placeMap(reading, mapping, regency.name),
    mapSource: sources.join(', ') || null,
    isDemo: await isDemo(services),
  }
}

function districtMap(
  districts: DistrictOf[],
  mapped: Set<string>,
  shapes: Awaited<ReturnType<typeof boundariesOf>>,
): DocumentMap {
  const regions = districts.map((district) => {
    const { code, name, villages } = district
    const filled = villages.filter((village) => mapped.has(village.code)).length
    const share = formatPercent(filled, villages.length)
    return {
      code,
      name,
      title: `${withWord(district)}: ${formatNumber(filled)} dari ${formatNumber(villages.length)} desa (${share})`,
      href: '',
      value: villages.length === 0 ? null : filled / villages.length,
      size: villages.length,
      label: `${name}\n${filled}/${villages.length}`,
      shape: shapes.get(code),
    }
  })
  return {
    title: 'Desa yang punya KIM atau calonnya, menurut kecamatan',
    description: regions.map(({ title }) => title).join('; '),
    classes,
    drawing: drawMap({
      frame: around(null, [...shapes.values()]),
      coastline: coastline('fine'),
      regions,
      breaks,
    }),
  }
}

/** Without outlines of districts: where in its province the regency lies. */
async function placeMap(
  reading: Reading,
  { regencyCode, provinceCode }: Mapping,
  name: string,
): Promise<DocumentMap | null> {
  const shapes = await boundariesOf(reading, provinceCode, 'regency')
  const shape = shapes.get(regencyCode)
  const point = regencyPoints().get(regencyCode)
  if (!shape && !point) return null
  const region = {
    code: regencyCode,
    name,
    title: name,
    href: '',
    value: 1,
    size: 1,
    label: name,
    shape,
    point,
  }
  return {
    title: 'Letak wilayah pemetaan',
    description: `Letak ${name} dalam provinsinya.`,
    classes: [],
    drawing: drawMap({
      frame: around(frameOf(provinceCode), shape ? [shape] : []),
      coastline: coastline('fine'),
      regions: [region],
      breaks,
    }),
  }
}
