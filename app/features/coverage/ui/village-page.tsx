import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState, type Tone } from '~/ui/callout'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import type { ActivityState } from '../activity-state'
import { listHref } from '../coverage-address'
import { activeMeans } from '../measures'
import type { VillagePage as VillagePageData } from '../region-page.server'
import { stateWords } from '../state-words'
import { CutOffForm } from './cut-off-form'
import { RegionPath } from './region-path'

export const stateTones: Record<ActivityState, Tone> = {
  active: 'good',
  less_active: 'wait',
  dormant: 'plain',
}

/** A village: its groups and how active each was on the day. */
export function VillagePage({ page }: { page: VillagePageData }) {
  const { village, measure } = page
  const { region, cutOff, groups, recentActivities, limits, found } = village
  const linked = cutOff.date === cutOff.today ? undefined : cutOff.date
  return (
    <>
      <RegionPath region={region} chosen={{ measure, date: linked }} />
      <Page
        wide
        title={`KIM di ${region.name}`}
        lead={
          <>
            Keadaan per <strong>{formatDate(cutOff.date)}</strong>
            {linked === undefined && ' (hari ini)'}.
          </>
        }
      >
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem]">
          <div>
            {groups.length === 0 ? (
              <EmptyState
                title="Belum ada KIM terdaftar di sini"
                action={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
              >
                KIM yang pendaftarannya disetujui Dinas Kominfo akan tampil di halaman ini. Warga{' '}
                {region.name} dapat membentuk yang pertama.
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line border-y border-line">
                {groups.map(({ number, name, state }) => (
                  <li
                    key={number}
                    className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3"
                  >
                    <Link to={`/kim/${number}`} className="py-1 text-lg font-semibold">
                      {name}
                    </Link>
                    <Badge tone={stateTones[state]}>{stateWords[state]}</Badge>
                  </li>
                ))}
              </ul>
            )}
            {/* The activities of groups that are registered no longer count as well. */}
            {recentActivities > 0 ? (
              <p className="mt-4">
                <Link to={listHref(region.code, 'kegiatan', linked)} className="inline-block py-1">
                  {formatNumber(recentActivities)} kegiatan terkonfirmasi
                </Link>{' '}
                dalam 30 hari sampai tanggal ini.
              </p>
            ) : (
              groups.length > 0 && (
                <p className="mt-4">Tidak ada kegiatan terkonfirmasi dalam 30 hari sampai tanggal ini.</p>
              )
            )}
            {found && (
              <p className="mt-4 max-w-prose">
                Pemetaan yang ditetapkan {formatDate(found.settledOn)}{' '}
                {found.hasCandidate ? 'menemukan calon KIM di sini.' : 'tidak menemukan calon KIM di sini.'}
              </p>
            )}
            <p className="mt-3 max-w-prose text-sm text-soft">
              {activeMeans(limits.active)} Sampai {limits.lessActive} hari disebut kurang aktif, lebih lama
              dari itu vakum. Batas hari ini pengaturan portal, bukan bunyi peraturan.
            </p>
          </div>
          <CutOffForm code={region.code} measure={measure} cutOff={cutOff} />
        </div>
      </Page>
    </>
  )
}
