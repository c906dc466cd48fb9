import { type Counts, checkRollups, rewriteRollups } from '~/features/regions/check-rollups.server'
import { readConfig } from '~/platform/config/config'
import { openExisting } from '~/platform/db/open'

/**
 * Compares the stored counts of groups by region with a count from scratch and tells every difference.
 * Ends with 1 when there is one; `--fix` writes the counts anew. Stop the portal first when it runs on SQLite.
 */
const store = openExisting(readConfig().databaseUrl)
try {
  const differences = await checkRollups({ store })
  for (const { regionCode, stored, counted } of differences) {
    console.log(`${regionCode}: tersimpan ${inWords(stored)}; terhitung ${inWords(counted)}`)
  }
  if (differences.length === 0) {
    console.log('Semua rekap wilayah cocok dengan data KIM.')
  } else if (process.argv.includes('--fix')) {
    await rewriteRollups({ store })
    console.log(`${differences.length} rekap ditulis ulang.`)
  } else {
    console.log(`${differences.length} rekap berbeda. Jalankan dengan "-- --fix" untuk menulis ulang.`)
    process.exitCode = 1
  }
} finally {
  await store.close()
}

function inWords(counts: Counts): string {
  return `${counts.registeredGroups} terdaftar, ${counts.suspendedGroups} dibekukan, ${counts.closedGroups} ditutup, ${counts.villagesWithGroup} desa`
}
