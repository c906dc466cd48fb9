import { type ActivityState, activityStates } from '~/features/coverage/activity-state'
import { withWord } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { Fold } from '~/ui/fold'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { SearchBox } from '~/ui/search-box'
import { activityWord, type DirectoryAddress, directoryHref } from '../directory-address'
import { groupStatusWords } from '../groups.messages'
import { groupStatuses } from '../groups.state'

interface Step {
  code: string
  name: string
  word: string
  level: RegionLevel
}

interface Drill {
  path: Step[]
  children: (Step & { registeredGroups: number })[]
}

const nextLevel: Record<'nation' | RegionLevel, string> = {
  nation: 'Pilih provinsi',
  province: 'Pilih kabupaten atau kota',
  regency: 'Pilih kecamatan atau distrik',
  district: 'Pilih desa, kelurahan atau kampung',
  village: '',
}

/** Search by name, narrow by region step by step and by status; every choice is a link or a GET. */
export function DirectoryFilter({ search, drill }: { search: DirectoryAddress; drill: Drill }) {
  return (
    <div className="lg:sticky lg:top-6">
      <SearchBox
        action="/kim"
        name="q"
        label="Cari nama KIM, desa, atau nomor"
        defaultValue={search.text}
        hidden={{
          wilayah: search.regionCode,
          status: search.status,
          keaktifan: search.activity && activityWord(search.activity),
        }}
      />
      <RegionSteps search={search} drill={drill} />
      <StatusLinks search={search} />
      <ActivityLinks search={search} />
    </div>
  )
}

function RegionSteps({ search, drill }: { search: DirectoryAddress; drill: Drill }) {
  const here = drill.path.at(-1)
  return (
    <nav aria-label="Wilayah" className="mt-6">
      <p className="font-semibold">Wilayah</p>
      <ol>
        <li>
          <Crumb
            href={directoryHref({ ...search, regionCode: undefined, page: 1 })}
            label="Seluruh Indonesia"
            current={!here}
          />
        </li>
        {drill.path.map((step, at) => (
          <li key={step.code} style={{ paddingLeft: `${(at + 1) * 0.75}rem` }}>
            <Crumb
              href={directoryHref({ ...search, regionCode: step.code, page: 1 })}
              label={withWord(step)}
              current={step === here}
            />
          </li>
        ))}
      </ol>
      {drill.children.length > 0 && (
        <Fold look="box" label={nextLevel[here?.level ?? 'nation']}>
          <ul className="-mx-4 max-h-96 overflow-y-auto border-t border-line py-1">
            {drill.children.map((child) => (
              <li key={child.code}>
                <Link
                  to={directoryHref({ ...search, regionCode: child.code, page: 1 })}
                  className="flex min-h-11 items-center justify-between gap-3 px-4 text-ink no-underline hover:bg-mist hover:underline"
                >
                  <span>{here ? withWord(child) : child.name}</span>
                  <span className="text-sm text-soft">
                    {formatNumber(child.registeredGroups)}
                    <span className="sr-only"> KIM terdaftar</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </nav>
  )
}

function Crumb({ href, label, current }: { href: string; label: string; current: boolean }) {
  return (
    <Link
      to={href}
      aria-current={current ? 'true' : undefined}
      className="inline-flex min-h-11 items-center no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {label}
    </Link>
  )
}

function StatusLinks({ search }: { search: DirectoryAddress }) {
  const choices = [
    { status: undefined, label: 'Semua' },
    ...groupStatuses.map((status) => ({ status, label: groupStatusWords[status] })),
  ]
  return (
    <nav aria-label="Status" className="mt-4">
      <p className="font-semibold">Status</p>
      <ul className="flex flex-wrap gap-x-4 lg:flex-col">
        {choices.map(({ status, label }) => (
          <li key={label}>
            <Crumb
              href={directoryHref({ ...search, status, activity: undefined, page: 1 })}
              label={label}
              current={search.status === status && (status !== undefined || !search.activity)}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

const activityLabels: Record<ActivityState, string> = {
  active: 'Aktif',
  less_active: 'Kurang aktif',
  dormant: 'Vakum',
}

/** How active a group is today; only registered ones are asked for. */
function ActivityLinks({ search }: { search: DirectoryAddress }) {
  return (
    <nav aria-label="Keaktifan" className="mt-4">
      <p className="font-semibold">Keaktifan</p>
      <ul className="flex flex-wrap gap-x-4 lg:flex-col">
        {activityStates.map((activity) => (
          <li key={activity}>
            <Crumb
              href={directoryHref({ ...search, status: undefined, activity, page: 1 })}
              label={activityLabels[activity]}
              current={search.activity === activity}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}
