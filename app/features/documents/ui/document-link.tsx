import { formatBytes, formatNumber } from '~/ui/format'
import type { DocumentSummary } from '../documents.queries.server'

const kindWords: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Foto JPEG',
  'image/png': 'Gambar PNG',
  'image/webp': 'Gambar WebP',
}

/** Opens a document beside the page one is on; says what it is and how large before it goes over a slow line. */
export function DocumentLink({ document }: { document: DocumentSummary }) {
  const { mime, pages, bytes } = document
  const size = [
    kindWords[mime] ?? 'Berkas',
    ...(mime === 'application/pdf' ? [`${formatNumber(pages)} halaman`] : []),
    formatBytes(bytes),
  ]
  return (
    <a
      href={`/dokumen/${document.id}`}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center"
    >
      Lihat berkas ({size.join(', ')})
    </a>
  )
}
