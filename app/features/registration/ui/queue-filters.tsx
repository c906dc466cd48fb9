import { Button } from '~/ui/button'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import {
  isNewestFirst,
  latenesses,
  latenessWords,
  type QueueQuery,
  queuePath,
  type Stage,
  stages,
  stageWords,
} from '../queue.schema'

const control =
  'min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2 text-base hover:border-teal-700'

/** The stages of the queue with how many wait in each; links, so that each has its address. */
export function StageTabs({ query, counts }: { query: QueueQuery; counts: Partial<Record<Stage, number>> }) {
  return (
    <nav aria-label="Tahap" className="flex flex-wrap gap-x-6 border-b border-line">
      {stages.map((stage) => (
        <Link
          key={stage}
          to={queuePath(query, { tahap: stage, urut: undefined })}
          aria-current={stage === query.tahap ? 'page' : undefined}
          className="-mb-px inline-flex min-h-11 items-center gap-2 border-b-3 border-transparent text-ink no-underline hover:border-edge aria-[current=page]:border-teal-700 aria-[current=page]:font-semibold"
        >
          {stageWords[stage]}
          {counts[stage] !== undefined && (
            <span className="rounded-full bg-mist px-2 text-sm font-normal text-soft">
              {formatNumber(counts[stage])}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}

/** Search, who has it, late, region and order: a plain form whose answers stand in the address. */
export function QueueFilters({
  query,
  regions,
}: {
  query: QueueQuery
  regions: { code: string; name: string }[]
}) {
  return (
    <form method="get" className="my-5 flex flex-wrap items-end gap-4" key={queuePath(query)}>
      <input type="hidden" name="tahap" value={query.tahap} />
      <label className="min-w-64 flex-1">
        <span className="mb-1 block text-sm font-semibold">Nama kelompok, nomor permohonan, atau desa</span>
        <input type="search" name="cari" defaultValue={query.cari} maxLength={80} className={control} />
      </label>
      <label>
        <span className="mb-1 block text-sm font-semibold">Dipegang</span>
        <select name="pemegang" defaultValue={query.pemegang ?? ''} className={control}>
          <option value="">Siapa saja</option>
          <option value="saya">Saya</option>
          <option value="belum">Belum diambil</option>
        </select>
      </label>
      {regions.length > 0 && (
        <label className="max-w-64">
          <span className="mb-1 block text-sm font-semibold">Wilayah</span>
          <select name="wilayah" defaultValue={query.wilayah ?? ''} className={control}>
            <option value="">Semua</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="mb-1 block text-sm font-semibold">Urutan</span>
        <select name="urut" defaultValue={isNewestFirst(query) ? 'terbaru' : 'terlama'} className={control}>
          <option value="terlama">Paling lama dulu</option>
          <option value="terbaru">Paling baru dulu</option>
        </select>
      </label>
      <label>
        <span className="mb-1 block text-sm font-semibold">Batas waktu</span>
        <select name="lewat" defaultValue={query.lewat ?? ''} className={control}>
          <option value="">Semua</option>
          {latenesses.map((lateness) => (
            <option key={lateness} value={lateness}>
              {latenessWords[lateness]}
            </option>
          ))}
        </select>
      </label>
      <Button variant="secondary">Terapkan</Button>
    </form>
  )
}
