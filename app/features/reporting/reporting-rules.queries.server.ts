import { settingRows } from '~/features/settings/settings.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type ReportingRules, reportingRules } from './reporting-rules'

export interface Reading {
  db: Database
  tables: Tables
}

/** What regions set for their reports. */
export async function readRules(reading: Reading): Promise<ReportingRules> {
  return reportingRules(await settingRows(reading, ['reportPeriod', 'reportDueDays', 'reportLockDays']))
}
