import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { homeOf } from '~/features/activities/office-activities.queries.server'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { mappingStates } from './mapping-states.queries.server'
import type { MappingsQuery } from './mappings.schema'

const PAGE = 30

/** The mappings of an office's reach, newest first, how many regencies stand where, and what may be started. */
export async function mappingsScreen(services: Services, actor: Actor, query: MappingsQuery) {
  const { store, clock, newId } = services
  const { mappings, regions } = store.tables
  const filter = await regionFilterState(services, filteredCode(query).slice(0, 4), homeOf(actor))
  const regencies = await regenciesOf(services, actor, filter.code)
  const states = await mappingStates(
    services,
    regencies.map(({ code }) => code),
  )
  const place = query.setelah
  const inRegion = filter.code.length === 2 ? mappings.provinceCode : mappings.regencyCode
  const found = await store.read
    .select({ mapping: mappings, name: regions.name, word: regions.localWord, zone: regions.zone })
    .from(mappings)
    .innerJoin(regions, eq(regions.code, mappings.regencyCode))
    .where(
      and(
        inReach(actor, 'mapping.read', mappings),
        filter.code ? eq(inRegion, filter.code) : undefined,
        query.status ? eq(mappings.status, query.status) : undefined,
        place
          ? or(
              lt(mappings.createdAt, place.at),
              and(eq(mappings.createdAt, place.at), lt(mappings.id, place.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(mappings.createdAt), desc(mappings.id))
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE).map(({ mapping, name, word, zone }) => ({
    id: mapping.id,
    title: mapping.title,
    status: mapping.status,
    statusSince: mapping.statusSince,
    number: mapping.number,
    createdAt: mapping.createdAt,
    regency: withWord({ code: mapping.regencyCode, name, word }),
    zone,
  }))
  const last = rows.at(-1)
  const own = new Set(reach(actor, 'mapping.edit').regencyCodes)
  const year = localDate(clock(), 'WIT').slice(0, 4)
  return {
    formId: newId(),
    filter,
    rows,
    next: found.length > PAGE && last ? { at: last.createdAt, id: last.id } : undefined,
    /** Regencies in which the officer may plan the next one now. */
    startable: regencies
      .filter(({ code }) => own.has(code) && (states.get(code)?.status ?? 'settled') === 'settled')
      .map((regency) => ({ code: regency.code, name: withWord(regency) })),
    suggested: { title: `Pemetaan ${year}`, beginsOn: localDate(clock(), 'WIT') },
    counts: {
      regencies: regencies.length,
      settled: regencies.filter(({ code }) => states.get(code)?.status === 'settled').length,
      running: regencies.filter(({ code }) => states.get(code)?.status === 'running').length,
      draft: regencies.filter(({ code }) => states.get(code)?.status === 'draft').length,
    },
  }
}

async function regenciesOf({ store }: Services, actor: Actor, within: string) {
  const { regions } = store.tables
  const { national, provinceCodes, regencyCodes } = reach(actor, 'mapping.read')
  return store.read
    .select({ code: regions.code, name: regions.name, word: regions.localWord })
    .from(regions)
    .where(
      and(
        eq(regions.level, 'regency'),
        isNull(regions.validUntil),
        national
          ? undefined
          : or(inArray(regions.provinceCode, provinceCodes), inArray(regions.code, regencyCodes)),
        within ? eq(within.length === 2 ? regions.provinceCode : regions.code, within) : undefined,
      ),
    )
    .orderBy(asc(regions.code))
}
