import { documentWords } from '../documents.messages'
import type { DocumentSummary } from '../documents.queries.server'

/**
 * A document as it is, to be read beside something else. Phones open it by the link alone:
 * few of them show a PDF inside a page, and none should load it unasked.
 */
export function DocumentPreview({ document }: { document: DocumentSummary }) {
  const address = `/dokumen/${document.id}`
  const title = documentWords[document.kind]
  if (document.mime === 'application/pdf') {
    return (
      <iframe
        src={`${address}#navpanes=0&view=FitH`}
        title={title}
        loading="lazy"
        className="h-[60vh] w-full rounded-md border border-line bg-mist max-lg:hidden"
      />
    )
  }
  return (
    <a href={address} target="_blank" rel="noreferrer" className="block max-lg:hidden">
      <img
        src={address}
        alt={`${title}, buka ukuran penuh`}
        loading="lazy"
        className="max-h-[60vh] max-w-full rounded-md border border-line"
      />
    </a>
  )
}
