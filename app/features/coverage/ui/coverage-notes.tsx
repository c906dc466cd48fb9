import { Link } from '~/ui/link'
import { activeMeans, measureKeys, measures } from '../measures'

/** What every number on the page means, and what it does not. */
export function CoverageNotes({
  activeDays,
  lessActiveDays,
}: {
  activeDays: number
  lessActiveDays: number
}) {
  return (
    <>
      <dl className="divide-y divide-line">
        {measureKeys.map((key) => {
          const { name, definition, numerator, denominator } = measures[key]
          return (
            <div key={key} className="py-2.5 sm:grid sm:grid-cols-3 sm:gap-4">
              <dt className="font-semibold">{name}</dt>
              <dd className="text-sm sm:col-span-2">
                <p>{definition}</p>
                <p className="mt-0.5 text-soft">
                  Pembilang: {numerator.words}.
                  {denominator ? ` Penyebut: ${denominator.words}.` : ' Tanpa penyebut.'}
                </p>
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="mt-4 max-w-prose text-sm text-soft">
        {activeMeans(activeDays)} Sampai {lessActiveDays} hari disebut kurang aktif, lebih lama dari itu
        vakum. Batas hari ini pengaturan portal, bukan bunyi peraturan. Yang dihitung adalah tanggal
        kegiatannya, bukan tanggal dicatat, jadi angka tanggal yang lalu dapat berubah bila kegiatan baru
        dikonfirmasi kemudian. Wilayah dan jumlah desa menurut Kepmendagri 300.2.2-2138/2025, juga untuk
        tanggal yang lalu. Datanya juga tersedia sebagai <Link to="/api/v1/wilayah/00">JSON</Link>.
      </p>
    </>
  )
}
