import type { Actor } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import { queueScreen } from '~/features/registration/queue.queries.server'
import { settingAt } from '~/features/settings/settings.queries.server'
import type { Services } from '~/platform/services'
import { boardFrame, readBoard, regionsBelow } from './board.queries.server'
import type { LateQuery } from './board.schema'
import { inOrder } from './board-order'

/** Applications that are late by as long again as the office was given, and where they lie. @throws not_found */
export async function lateScreen(services: Services, actor: Actor, query: LateQuery) {
  const regency = query.wilayah?.length === 4 ? query.wilayah : undefined
  const frame = await boardFrame(services, actor, regency?.slice(0, 2) ?? query.wilayah)
  const { region, officeCode, today } = frame
  const below = await regionsBelow(services, region.code)
  const { rows } = await readBoard(services, below.regions, frame)
  const queue = await queueScreen(services, actor, {
    tahap: 'semua',
    lewat: '2',
    wilayah: regency ?? (region.code === NATION ? undefined : region.code),
    setelah: query.setelah,
    sebelum: query.sebelum,
    pemegang: undefined,
    cari: undefined,
    urut: 'terlama',
  })
  return {
    region: { code: region.code, name: region.name },
    isNation: region.code === NATION,
    isBelow: officeCode !== region.code,
    regency: below.regions.find(({ code }) => code === regency) ?? null,
    where: inOrder(rows, 'terlambat').flatMap(({ code, name, twiceLate }) =>
      twiceLate > 0 ? [{ code, name, twiceLate }] : [],
    ),
    provinceDecides: await settingAt(
      { db: services.store.read, tables: services.store.tables },
      'provinceDecides',
      { provinceCode: region.code === NATION ? '' : region.code, regencyCode: '' },
      today,
    ),
    rows: queue.rows,
    next: queue.next,
    previous: queue.previous,
    now: frame.now,
  }
}
export type LateScreen = Awaited<ReturnType<typeof lateScreen>>
