import { and, count, eq, inArray } from 'drizzle-orm'
import { homeOf } from '~/features/activities/office-activities.queries.server'
import { choiceNames } from '~/features/choices/choices.queries.server'
import { nameOffices } from '~/features/coordination/office-names.server'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import type { Services } from '~/platform/services'

/** Up to how many partners are drawn one by one; of more each kind is one line. */
export const DRAWN = 40

/** Who works with whom: partnerships in force of the offices in a province or regency. */
export async function networkScreen(services: Services, actor: Actor, asked: string) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const { partnerships, partners, groups } = store.tables
  const home = homeOf(actor)
  const filter = await regionFilterState(services, asked.slice(0, 4), home)
  const code = filter.code
  const rows = await store.read
    .select({
      provinceCode: partnerships.provinceCode,
      regencyCode: partnerships.regencyCode,
      partnerId: partnerships.partnerId,
      groupId: partnerships.groupId,
      partnerName: partners.name,
      groupName: groups.name,
      kindCode: partners.kindCode,
      many: count(),
    })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(
      and(
        inReach(actor, 'partnership.read', partnerships),
        inArray(partnerships.status, ['active', 'ending']),
        code ? eq(code.length === 2 ? partnerships.provinceCode : partnerships.regencyCode, code) : undefined,
      ),
    )
    .groupBy(
      partnerships.provinceCode,
      partnerships.regencyCode,
      partnerships.partnerId,
      partnerships.groupId,
      partners.name,
      groups.name,
      partners.kindCode,
    )
  const [offices, kindNames] = await Promise.all([
    nameOffices(reading, rows.map(officeOf)),
    choiceNames(reading, 'partnerKinds'),
  ])
  const ties = rows
    .map((row) => ({
      officeCode: officeOf(row),
      office: offices.get(officeOf(row)) ?? '',
      counterpartId: row.partnerId ?? row.groupId ?? '',
      counterpart: row.partnerName ?? row.groupName ?? '',
      href: row.partnerId ? `/dinas/mitra/${row.partnerId}` : `/dinas/kelompok/${row.groupId}`,
      kind: row.kindCode ? (kindNames.get(row.kindCode) ?? row.kindCode) : 'KIM',
      many: Number(row.many),
    }))
    .sort(
      (a, b) =>
        a.kind.localeCompare(b.kind, 'id') ||
        a.counterpart.localeCompare(b.counterpart, 'id') ||
        a.officeCode.localeCompare(b.officeCode),
    )
  return { filter, ties, now: clock(), drawing: drawingOf(ties) }
}

export interface Tie {
  officeCode: string
  office: string
  counterpartId: string
  counterpart: string
  href: string
  kind: string
  many: number
}

/** The ends and links to draw: partner by partner, or kind by kind when they are many. */
export function drawingOf(ties: Tie[]) {
  const left = [...new Map(ties.map(({ officeCode, office }) => [officeCode, office]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, label]) => ({ key, label: label.replace('Dinas Kominfo ', '') }))
  const kinds = [...new Set(ties.map(({ kind }) => kind))]
  const partners = (kind: string) =>
    new Map(
      ties
        .filter((tie) => tie.kind === kind)
        .map(({ counterpartId, counterpart }) => [counterpartId, counterpart]),
    )
  const each = new Set(ties.map(({ counterpartId }) => counterpartId)).size <= DRAWN
  const groups = each
    ? kinds.map((kind) => ({
        label: kind,
        ends: [...partners(kind)].map(([key, label]) => ({ key, label })),
      }))
    : [
        {
          label: 'Menurut jenis',
          ends: kinds.map((kind) => ({ key: kind, label: `${kind} (${partners(kind).size})` })),
        },
      ]
  const links = new Map<string, { from: string; to: string; weight: number }>()
  for (const { officeCode, counterpartId, kind, many } of ties) {
    const to = each ? counterpartId : kind
    const key = `${officeCode} ${to}`
    links.set(key, { from: officeCode, to, weight: (links.get(key)?.weight ?? 0) + many })
  }
  return { left, groups, links: [...links.values()], each }
}
