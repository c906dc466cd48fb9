import type { Zone } from '~/platform/calendar'
import { ButtonLink } from '~/ui/button'
import { Fold } from '~/ui/fold'
import { formatBytes, formatDay } from '~/ui/format'
import type { CertificateSummary } from '../certificates.queries.server'

/** The newest Tanda Daftar to open, and the older versions folded away. */
export function CertificateList({ certificates, zone }: { certificates: CertificateSummary[]; zone: Zone }) {
  const [newest, ...older] = certificates
  if (!newest) return <p className="text-soft">Tanda daftar belum diterbitkan.</p>
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <ButtonLink to={`/tanda-daftar/${newest.id}`} reloadDocument>
          {newest.bytes === null ? 'Tanda daftar sedang dibuat…' : 'Buka Tanda Daftar (PDF)'}
        </ButtonLink>
        <p className="text-soft">
          Versi {newest.version}, terbit {formatDay(newest.issuedAt, zone)}
          {newest.bytes !== null && `, ${formatBytes(newest.bytes)}`}
        </p>
      </div>
      {older.length > 0 && (
        <Fold look="plain" label={`Versi lama (${older.length})`} className="mt-2">
          <p className="text-sm text-soft">
            Versi lama sudah digantikan; bila diperiksa, lembarnya dinyatakan usang.
          </p>
          <ul>
            {older.map(({ id, version, issuedAt }) => (
              <li key={id}>
                <a href={`/tanda-daftar/${id}`} className="inline-flex min-h-11 items-center">
                  Versi {version}, terbit {formatDay(issuedAt, zone)}
                </a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
