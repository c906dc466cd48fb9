import { eq, inArray } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { levelNames } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { formatNumber } from '~/ui/format'
import { dotted, levelWords } from './boundaries.messages'
import { asCode } from './find-properties'

export type RemoveOutcome =
  | { status: 'not_understood' }
  | { status: 'none' }
  | { status: 'removed'; regions: number }

type Target = { code: string } | { level: RegionLevel }

/** What may stand for a level on the command line. */
const levels: Record<string, RegionLevel> = {
  provinsi: 'province',
  kabupaten: 'regency',
  kota: 'regency',
  kabupaten_kota: 'regency',
  'kabupaten/kota': 'regency',
  kecamatan: 'district',
  distrik: 'district',
  desa: 'village',
  kelurahan: 'village',
  kampung: 'village',
  desa_kelurahan: 'village',
}

/**
 * Removes the outlines of a region and of everything in it, or of a whole level; maps show symbols there again.
 * @param typed a code with or without dots, or a level in Indonesian
 * @param say is told the result, in Indonesian
 */
export async function removeBoundaries(
  { store, clock, newId }: Pick<Services, 'store' | 'clock' | 'newId'>,
  typed: string,
  { checkOnly = false }: { checkOnly?: boolean },
  say: (line: string) => void,
): Promise<RemoveOutcome> {
  const target = targetOf(typed)
  if (!target) {
    say(
      `“${typed}” bukan kode wilayah dan bukan tingkat. Tingkat: ${Object.values(levelNames).join(', ')}. Tidak ada yang dihapus.`,
    )
    return { status: 'not_understood' }
  }
  const what =
    'code' in target ? `di ${dotted(target.code)} dan di bawahnya` : `tingkat ${levelWords[target.level]}`
  const found = await codesOf({ db: store.read, tables: store.tables }, target)
  if (found.length === 0 || checkOnly) {
    say(`Ada ${formatNumber(found.length)} batas wilayah ${what}. Tidak ada yang dihapus.`)
    return { status: 'none' }
  }
  const now = clock()
  const ids = { event: newId(), subject: newId() }
  const removed = await store.transact(async (tx) => {
    const codes = await codesOf(tx, target)
    for (let at = 0; at < codes.length; at += BATCH) {
      await tx.db
        .delete(tx.tables.boundaries)
        .where(inArray(tx.tables.boundaries.regionCode, codes.slice(at, at + BATCH)))
    }
    if (codes.length === 0) return 0
    await recordAudit(tx, {
      id: ids.event,
      at: now,
      actor: null,
      action: 'boundaries.removed',
      subject: { kind: 'boundaries', id: ids.subject },
      region: { provinceCode: 'code' in target ? target.code.slice(0, 2) : null, regencyCode: null },
      delta: { source: [typed, null], regions: [codes.length, null] },
    })
    return codes.length
  })
  say(`Dihapus: ${formatNumber(removed)} batas wilayah ${what}. Peta memakai simbol lagi di sana.`)
  return { status: 'removed', regions: removed }
}

const BATCH = 1000

function targetOf(typed: string): Target | null {
  const code = asCode(typed)
  if (code) return { code }
  const level = levels[typed.trim().toLowerCase()]
  return level ? { level } : null
}

async function codesOf(
  { db, tables: { boundaries, regions } }: Pick<Tx, 'db' | 'tables'>,
  target: Target,
): Promise<string[]> {
  const rows = await db
    .select({ code: boundaries.regionCode })
    .from(boundaries)
    .innerJoin(regions, eq(regions.code, boundaries.regionCode))
    .where(
      'level' in target
        ? eq(boundaries.level, target.level)
        : eq(ownColumn(regions, target.code), target.code),
    )
  return rows.map(({ code }) => code).sort()
}

/** Every region repeats the codes above it and its own. */
function ownColumn(regions: Tx['tables']['regions'], code: string) {
  if (code.length === 2) return regions.provinceCode
  if (code.length === 4) return regions.regencyCode
  return code.length === 6 ? regions.districtCode : regions.code
}
