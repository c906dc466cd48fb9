import { approvalKey, approvalsOf } from './approvals.server'
import type { Period } from './periods'
import type { ApprovedNumbers } from './reporting-kinds'
import { type Rates, ratesIn } from './reporting-rates.queries.server'
import { type Reading, readRules } from './reporting-rules.queries.server'
import { owingBelow } from './tree.queries.server'

/** What a region still waits for before a period of it can be approved. */
export interface Completeness {
  rates: Rates
  /** The last day on which a report of the region is on time. */
  dueOn: string
  /** Regions directly below that owe reports and have not approved. */
  openBelow: string[]
  approvedBelow: string[]
}

/** How complete a period of a region is. */
export async function completenessOf(
  reading: Reading,
  regionCode: string,
  period: Period,
): Promise<Completeness> {
  const rules = await readRules(reading)
  const rates = (await ratesIn(reading, [regionCode], period, rules)).get(regionCode)
  if (!rates) throw new Error(`no rates for ${regionCode}`)
  const below = await owingBelow(reading, regionCode, period)
  const approvals = await approvalsOf(
    reading,
    below.map((code) => ({ regionCode: code, kind: period.kind, from: period.from })),
  )
  const isApproved = (code: string) =>
    approvals.get(approvalKey({ ...period, regionCode: code }))?.status === 'approved'
  return {
    rates,
    dueOn: rules.deadlinesOf(regionCode, period).dueOn,
    openBelow: below.filter((code) => !isApproved(code)),
    approvedBelow: below.filter(isApproved),
  }
}

/** What is written down of a period when it is approved. */
export function approvedNumbers({
  expected,
  actual,
  onTime,
  dormant,
  verified,
  returned,
}: Rates): ApprovedNumbers {
  return { expected, actual, onTime, dormant, verified, returned }
}
