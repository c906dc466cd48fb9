import type { CertificateSummary } from '~/features/certificates/certificates.queries.server'
import { documentWords } from '~/features/documents/documents.messages'
import type { DocumentKind } from '~/features/documents/documents.schema'
import type { Zone } from '~/platform/calendar'
import { Badge } from '~/ui/callout'
import { formatBytes, formatDay } from '~/ui/format'
import { Link } from '~/ui/link'

interface GroupDocument {
  id: string
  kind: DocumentKind
  bytes: number
  pages: number
  uploadedAt: number
  inForce: boolean
}

/** The files of a group and its application; those that were replaced say so. */
export function DocumentList({ documents, zone }: { documents: GroupDocument[]; zone: Zone }) {
  if (documents.length === 0) return <p className="text-soft">Belum ada berkas.</p>
  return (
    <ul className="divide-y divide-line">
      {documents.map((document) => (
        <li key={document.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          {/* A file, not a page: the browser fetches it itself. */}
          <a href={`/dokumen/${document.id}`} className="inline-flex min-h-11 items-center">
            {documentWords[document.kind]}
          </a>
          <span className="text-sm text-soft">
            {document.pages} halaman, {formatBytes(document.bytes)}, {formatDay(document.uploadedAt, zone)}
            {!document.inForce && ' (tidak berlaku atau belum disahkan)'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Every version of the certificate, the newest first. */
export function CertificateList({ certificates, zone }: { certificates: CertificateSummary[]; zone: Zone }) {
  return (
    <ul className="divide-y divide-line">
      {certificates.map((certificate) => (
        <li key={certificate.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="inline-flex min-h-11 items-center gap-3">
            {certificate.bytes === null ? (
              <span>Versi {certificate.version} (PDF sedang disiapkan)</span>
            ) : (
              <Link to={`/tanda-daftar/${certificate.id}`} reloadDocument>
                Versi {certificate.version} (PDF, {formatBytes(certificate.bytes)})
              </Link>
            )}
            {certificate.supersededAt === null && <Badge tone="info">Berlaku</Badge>}
          </span>
          <span className="text-sm text-soft">
            Terbit {formatDay(certificate.issuedAt, zone)}
            {certificate.supersededAt !== null && `, diganti ${formatDay(certificate.supersededAt, zone)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
