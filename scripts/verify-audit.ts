import { verifyChain } from '~/features/audit/verify-chain.server'
import { readConfig } from '~/platform/config/config'
import { openExisting } from '~/platform/db/open'

const words = {
  missing: 'catatan ini hilang',
  altered: 'isi catatan ini tidak cocok dengan sidiknya',
  unlinked: 'catatan ini tidak menyambung dengan catatan sebelumnya',
  truncated: 'catatan ini dan sesudahnya hilang dari ujung jejak',
  beyond_head: 'catatan ini ditambahkan tanpa lewat portal',
  head_altered: 'ujung jejak tidak cocok dengan catatan terakhir ini',
} as const

/** `npm run audit:verify`: says whether the audit trail is whole; ends with 1 when it is not. */
const store = openExisting(readConfig().databaseUrl)
try {
  const report = await verifyChain(store)
  if (report.whole) {
    console.log(`Jejak audit utuh: ${report.events} catatan. Sidik terakhir: ${report.hash || '(belum ada)'}`)
    console.log('Simpan sidik ini di tempat lain; bandingkan pada pemeriksaan berikutnya.')
  } else {
    const { seq, kind } = report.firstBreak
    console.error(
      `Jejak audit RUSAK pada nomor ${seq}: ${words[kind]}. ${report.events} catatan sebelumnya utuh.`,
    )
    process.exitCode = 1
  }
} finally {
  await store.close()
}
