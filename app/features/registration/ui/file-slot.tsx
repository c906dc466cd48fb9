import type { FieldMetadata } from '@conform-to/react'
import { documentWords } from '~/features/documents/documents.messages'
import { DOCUMENT_ACCEPT, type GroupDocumentKind } from '~/features/documents/documents.schema'
import { DocumentLink } from '~/features/documents/ui/document-link'
import { Badge } from '~/ui/callout'
import { CheckboxField, FileField } from '~/ui/form'
import type { ApplicationScreen } from '../application-screens.queries.server'
import type { ReviewItem } from '../registration.schema'

// biome-ignore lint/suspicious/noExplicitAny: a field component takes a field of any form
type AnyField = FieldMetadata<any, any, string[]>

/** One document: what is there, a file to put in its place, a box to take it out. */
export function FileSlot({
  application,
  open,
  kind,
  field,
  remove,
  hint,
  optional = false,
}: {
  application: ApplicationScreen
  /** What may be changed now. */
  open: ReviewItem[]
  kind: GroupDocumentKind
  field: AnyField
  /** The field that lists what is to be taken out. */
  remove: AnyField
  hint?: string
  optional?: boolean
}) {
  const present = application.documents.find((document) => document.kind === kind)
  const word = documentWords[kind]
  if (!open.includes(kind)) {
    return (
      <p className="my-4 flex flex-wrap items-center gap-x-4">
        <span className="font-semibold">{word}</span>
        {present ? <DocumentLink document={present} /> : <span className="text-soft">tidak dilampirkan</span>}
        {present && <Badge tone="good">Diterima</Badge>}
      </p>
    )
  }
  return (
    <div className="my-5">
      {present && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span className="font-semibold">{word}</span> <DocumentLink document={present} />
        </p>
      )}
      <FileField
        field={field}
        label={present ? `Ganti berkas ${word}` : `Berkas ${word}`}
        hint={present ? undefined : hint}
        accept={DOCUMENT_ACCEPT}
        optional={optional || Boolean(present)}
      />
      {present && <CheckboxField field={remove} value={kind} label={`Hapus berkas ${word} ini`} />}
    </div>
  )
}
