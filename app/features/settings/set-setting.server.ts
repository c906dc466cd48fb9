import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { dateOf, dayOf } from '~/features/coverage/days'
import { recountRegencies } from '~/features/coverage/recount-regencies.server'
import { thresholdsOf } from '~/features/coverage/thresholds.queries.server'
import { type Actor, may } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { canSetSetting } from './settings.policy'
import { parseSetting, type SettingForm, type SettingKey } from './settings.schema'

type Row = Tx['tables']['settings']['$inferSelect']

interface Setting extends Omit<SettingForm, 'intent'> {
  actor: Actor
  requestId: string
}

const thresholdKeys = ['activeDays', 'lessActiveDays'] as const
type ThresholdKey = (typeof thresholdKeys)[number]
const isThreshold = (key: SettingKey): key is ThresholdKey => thresholdKeys.some((one) => one === key)

/** Plans reach two years ahead; more is a slip in the year. */
const FURTHEST_DAYS = 731

/**
 * Sets a value from a day on, or follows the wider region again. The value before ends on the day before;
 * what was set for the same day is replaced, what is planned for a later day stays. Nothing is deleted.
 * @throws not_found outside one's region; setting_not_regional 403; setting_in_the_past, setting_too_far 422 (validFrom);
 *   setting_invalid, setting_thresholds 422 (value); changed_meanwhile when someone else set it since the page was opened
 */
export async function setSetting(
  { store, clock, newId }: Services,
  { actor, requestId, key, regionCode, value, follow, validFrom, seen }: Setting,
): Promise<void> {
  const now = clock()
  const parsed = follow ? undefined : readValue(key, value)
  await store.transact(async (tx) => {
    const { settings } = tx.tables
    const { region, zone } = await findRegion(tx, regionCode)
    assertAllowed(canSetSetting(actor, key, regionCode, region))
    assertDay(validFrom, localDate(now, zone))
    const rows = await tx.db
      .select()
      .from(settings)
      .where(and(eq(settings.key, key), eq(settings.regionCode, regionCode)))
    if ((newestOf(rows)?.id ?? '') !== seen) throw changedMeanwhile()
    const living = rows.filter((row) => row.validUntil === null || row.validUntil >= row.validFrom)
    const before = living.find(
      (row) => row.validFrom <= validFrom && (row.validUntil === null || row.validUntil >= validFrom),
    )
    if (follow && !before) throw nothingToEnd()
    if (before) {
      await tx.db
        .update(settings)
        .set({ validUntil: addDays(validFrom, -1) })
        .where(eq(settings.id, before.id))
    }
    if (parsed !== undefined) {
      const next = living
        .map((row) => row.validFrom)
        .filter((day) => day > validFrom)
        .sort()[0]
      await tx.db.insert(settings).values({
        id: newId(),
        key,
        regionCode,
        value: parsed,
        validFrom,
        validUntil: next ? addDays(next, -1) : null,
        setBy: actor.id,
        setAt: now,
      })
    }
    if (isThreshold(key)) {
      await assertThresholds(tx, { key, regionCode, validFrom })
      await recountRegencies(tx, { regionCode, now, newId })
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: may(actor, 'admin.manage') ? 'admin' : 'regency_officer' },
      action: 'setting.changed',
      subject: { kind: 'setting', id: regionCode ? `${key}:${regionCode}` : key },
      region: { provinceCode: regionCode.slice(0, 2) || null, regencyCode: region?.regencyCode ?? null },
      delta: {
        value: [before?.value ?? null, parsed ?? null],
        validFrom: [before?.validFrom ?? null, validFrom],
      },
      requestId,
    })
  })
}

function readValue(key: SettingKey, value: string | undefined): unknown {
  const parsed = value === undefined ? undefined : parseSetting(key, value)
  if (parsed?.success) return parsed.data
  throw new AppError('setting_invalid', 422, parsed?.error.issues[0]?.message ?? 'Isi nilainya.', 'value')
}

function assertDay(validFrom: string, today: string): void {
  if (validFrom < today) {
    throw new AppError(
      'setting_in_the_past',
      422,
      'Pengaturan tidak dapat berlaku surut. Pilih hari ini atau sesudahnya.',
      'validFrom',
    )
  }
  if (validFrom > addDays(today, FURTHEST_DAYS)) {
    throw new AppError(
      'setting_too_far',
      422,
      'Tanggal ini lebih dari dua tahun lagi. Periksa tahunnya.',
      'validFrom',
    )
  }
}

/** That from the day on nowhere in the region a group is less active sooner than it is active. */
async function assertThresholds(
  tx: Tx,
  { key, regionCode, validFrom }: Pick<Setting, 'regionCode' | 'validFrom'> & { key: ThresholdKey },
): Promise<void> {
  const { settings } = tx.tables
  const own = await tx.db
    .selectDistinct({ code: settings.regionCode })
    .from(settings)
    .where(inArray(settings.key, thresholdKeys))
  const inside = own.map(({ code }) => code).filter((code) => code.startsWith(regionCode))
  for (const code of new Set([regionCode, ...inside])) {
    const wrong = (await thresholdsOf(tx, code)).find(
      ({ from, active, lessActive }) => from >= dayOf(validFrom) && lessActive < active,
    )
    if (!wrong) continue
    const province = code ? await nameRegion(tx, code) : null
    const where = province ? ` di ${withWord(province)}` : ''
    const since = `sejak ${formatDate(dateOf(wrong.from))}`
    throw new AppError(
      'setting_thresholds',
      422,
      key === 'activeDays'
        ? `Batas KIM kurang aktif${where} ${since} adalah ${wrong.lessActive} hari; batas KIM aktif tidak boleh lebih panjang. Ubah dulu batas KIM kurang aktif.`
        : `Batas KIM aktif${where} ${since} adalah ${wrong.active} hari; batas KIM kurang aktif tidak boleh lebih pendek. Ubah dulu batas KIM aktif.`,
      'value',
    )
  }
}

function nothingToEnd(): AppError {
  return new AppError(
    'setting_not_own',
    422,
    'Pada tanggal itu daerah ini memang sudah mengikuti nilai yang lebih luas. Tidak ada yang perlu diubah.',
    'validFrom',
  )
}

/** The newest row of a setting in a region, by when it was set. */
export function newestOf<R extends Pick<Row, 'id' | 'setAt'>>(rows: R[]): R | undefined {
  return [...rows].sort((a, b) => b.setAt - a.setAt || (a.id < b.id ? 1 : -1))[0]
}

async function findRegion({ db, tables: { regions } }: Tx, code: string) {
  if (code === '') return { region: null, zone: 'WIB' as const }
  const [row] = await db.select().from(regions).where(eq(regions.code, code))
  if (!row) throw notFound()
  const { provinceCode, regencyCode, zone } = row
  return { region: regencyCode ? { provinceCode, regencyCode } : null, zone }
}
