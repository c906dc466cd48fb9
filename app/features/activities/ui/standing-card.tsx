import type { GroupStanding } from '~/features/coverage/group-standing.queries.server'
import { addDays } from '~/platform/calendar'
import { formatDate, formatNumber } from '~/ui/format'
import { activityStateWords } from '../activities.messages'

const marks = { active: 'bg-teal-700', less_active: 'bg-amber-700', dormant: 'bg-soft' }

/** How active the group is, until when, and what would change it. */
export function StandingCard({ standing, waiting }: { standing: GroupStanding; waiting: number }) {
  const { state, lastOn } = standing
  return (
    <div className="rounded-md border border-line bg-mist px-5 py-4">
      <p className="flex items-center gap-3 text-xl font-bold">
        <span aria-hidden="true" className={`size-3 rounded-full ${marks[state]}`} />
        {activityStateWords[state]}
      </p>
      <p className="mt-1 max-w-prose">{wordsOf(standing)}</p>
      {waiting > 0 && (
        <p className="mt-1 max-w-prose">
          {formatNumber(waiting)} kegiatan menunggu; yang dikonfirmasi baru dihitung.
        </p>
      )}
      <p className="mt-2 text-sm text-soft">
        {lastOn ? `Kegiatan terkonfirmasi terakhir: ${formatDate(lastOn)}. ` : ''}
        <StateDefinition {...standing} />
      </p>
    </div>
  )
}

/** What the three words mean, with the limits in force. */
export function StateDefinition({
  activeDays,
  lessActiveDays,
}: Pick<GroupStanding, 'activeDays' | 'lessActiveDays'>) {
  return (
    <>
      Aktif: ada kegiatan terkonfirmasi dalam {activeDays} hari terakhir. Kurang aktif: sampai{' '}
      {lessActiveDays} hari. Vakum: lebih lama dari itu, atau belum pernah.
    </>
  )
}

function wordsOf({ state, until, next, confirmed }: GroupStanding): string {
  if (state === 'dormant') {
    return confirmed === 0
      ? 'Belum ada kegiatan yang dikonfirmasi. Catat kegiatan pertama; begitu dikonfirmasi, kelompok menjadi aktif.'
      : 'Sudah lama tidak ada kegiatan yang dikonfirmasi. Catat satu kegiatan; begitu dikonfirmasi, kelompok aktif lagi.'
  }
  if (!until || !next) return 'Tidak ada batas yang mendekat.'
  if (state === 'active') {
    return `Tetap aktif sampai ${formatDate(until)}; catat satu kegiatan lagi sebelum itu.`
  }
  return `Mulai ${formatDate(addDays(until, 1))} menjadi ${activityStateWords[next].toLowerCase()}; satu kegiatan yang dikonfirmasi membuatnya aktif lagi.`
}
