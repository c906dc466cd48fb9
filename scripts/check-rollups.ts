import { activityCounted } from '~/features/activities/activity-marks'
import {
  checkActivityCounts,
  rewriteActivityCounts,
} from '~/features/activities/check-activity-counts.server'
import { checkCoverage, rebuildCoverage } from '~/features/coverage/rebuild-coverage.server'
import { counted } from '~/features/coverage/steps'
import {
  checkEventCounts,
  checkEventRegencies,
  rewriteEventCounts,
  rewriteEventRegencies,
} from '~/features/events/check-event-counts.server'
import { checkFindings, rewriteFindings } from '~/features/mapping/check-findings.server'
import { checkMappingCounts, rewriteMappingCounts } from '~/features/mapping/count-rows.server'
import {
  checkPartnerships,
  rewritePartnershipRollups,
} from '~/features/partnerships/count-partnerships.server'
import { type Counts, checkRollups, rewriteRollups } from '~/features/regions/check-rollups.server'
import { checkReportCounts, rewriteReportCounts } from '~/features/reporting/check-report-counts.server'
import { countedReports } from '~/features/reporting/count-reports.server'
import { periodOf, periodWords } from '~/features/reporting/periods'
import { readConfig } from '~/platform/config/config'
import { openExisting } from '~/platform/db/open'

/**
 * Compares every stored count with a count from scratch and tells each difference: groups by region, coverage by
 * region and day, the latest activity of groups, activities by region and month, reports by region and period, rows of
 * mappings and what settled ones found, invitations, people and regencies of events.
 * Ends with 1 when there is one; `--fix` counts anew. Stop the portal first when it runs on SQLite.
 */
const LINES = 200

const store = openExisting(readConfig().databaseUrl)
try {
  const groups = await checkRollups({ store })
  const coverage = await checkCoverage({ store })
  const activities = await checkActivityCounts({ store })
  const reports = await checkReportCounts({ store })
  const events = await checkEventCounts({ store })
  const regencies = await checkEventRegencies({ store })
  const mappings = await checkMappingCounts({ store })
  const findings = await checkFindings({ store })
  const partnerships = await checkPartnerships({ store })
  const lines = [
    ...groups.map(
      ({ regionCode, stored, counted }) =>
        `${regionCode}: tersimpan ${inWords(stored)}; terhitung ${inWords(counted)}`,
    ),
    ...coverage.counts.map((row) => {
      const wrong = counted
        .filter((key) => row.stored[key] !== row.counted[key])
        .map((key) => `${key} ${row.stored[key]} ≠ ${row.counted[key]}`)
      return `${row.regionCode} sejak ${row.date}: ${wrong.join(', ')} (tersimpan ≠ terhitung)`
    }),
    ...activities.map(({ key, stored, counted }) => {
      const wrong = activityCounted
        .filter((field) => stored[field] !== counted[field])
        .map((field) => `${field} ${stored[field]} ≠ ${counted[field]}`)
      return `kegiatan ${key}: ${wrong.join(', ')} (tersimpan ≠ terhitung)`
    }),
    ...reports.map(({ regionCode, kind, from, stored, counted: is }) => {
      const wrong = countedReports
        .filter((key) => stored[key] !== is[key])
        .map((key) => `${key} ${stored[key]} ≠ ${is[key]}`)
      return `${regionCode}, laporan ${periodWords(periodOf(kind, from))}: ${wrong.join(', ')} (tersimpan ≠ terhitung)`
    }),
    ...mappings.map(
      ({ cell, stored, counted }) => `Pemetaan ${cell}: tersimpan ${stored} baris; terhitung ${counted}`,
    ),
    ...findings.map(
      ({ key, stored, counted }) =>
        `Temuan pemetaan ${key}: tersimpan ${stored.join(', ')}; terhitung ${counted.join(', ')}`,
    ),
    ...partnerships.map(
      ({ regionCode, stored, counted }) =>
        `Kemitraan ${regionCode}: tersimpan ${JSON.stringify(stored)}; terhitung ${JSON.stringify(counted)}`,
    ),
    ...events.map(
      ({ id, stored, counted }) =>
        `acara ${id}: tersimpan ${stored.join(', ')}; terhitung ${counted.join(', ')}`,
    ),
    ...regencies.map(
      ({ id, stored, counted }) =>
        `kabupaten/kota acara ${id}: tersimpan ${stored.join(', ')}; terhitung ${counted.join(', ')}`,
    ),
    ...coverage.groupIds.map((id) => `KIM ${id}: kegiatan terakhirnya tidak cocok`),
  ]
  for (const line of lines.slice(0, LINES)) console.log(line)
  if (lines.length > LINES) console.log(`… dan ${lines.length - LINES} lainnya`)
  if (lines.length === 0) {
    console.log(
      'Semua rekap cocok: KIM menurut wilayah, cakupan menurut hari, kegiatan terakhir, kegiatan menurut bulan, laporan menurut masa, baris dan temuan pemetaan, kemitraan, undangan, kehadiran dan kabupaten acara.',
    )
  } else if (process.argv.includes('--fix')) {
    await rewriteRollups({ store })
    await rebuildCoverage({ store })
    await rewriteActivityCounts({ store })
    await rewriteReportCounts({ store })
    await rewriteMappingCounts({ store })
    await rewritePartnershipRollups({ store })
    await rewriteEventCounts({ store })
    await rewriteEventRegencies({ store })
    await rewriteFindings({ store })
    console.log(`${lines.length} perbedaan; semua rekap dihitung ulang.`)
  } else {
    console.log(`${lines.length} perbedaan. Jalankan dengan "-- --fix" untuk menghitung ulang.`)
    process.exitCode = 1
  }
} finally {
  await store.close()
}

function inWords(counts: Counts): string {
  return `${counts.registeredGroups} terdaftar, ${counts.suspendedGroups} dibekukan, ${counts.closedGroups} ditutup, ${counts.villagesWithGroup} desa`
}
