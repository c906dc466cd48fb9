import type { FieldMetadata } from '@conform-to/react'
import { Badge } from '~/ui/callout'
import { FieldError, SelectField, TextArea } from '~/ui/form'
import { formatDay } from '~/ui/format'
import type { ReviewItem } from '../registration.schema'
import { commonReasons, reviewItemWords } from '../review.messages'
import type { Judged } from '../review.queries.server'
import type { ItemForm } from '../review.schema'

const choices = [
  { value: 'accepted', label: 'Terima' },
  { value: 'needs_fix', label: 'Perlu diperbaiki' },
] as const

/** Accept one part or mark it with a reason. The reason shows once it is needed; without CSS `:has` always. */
export function VerdictField({
  item,
  field,
}: {
  item: ReviewItem
  field: FieldMetadata<ItemForm | undefined, never, string[]> | AnyItem
}) {
  const { verdict, common, reason } = field.getFieldset()
  const initial: unknown = verdict.initialValue
  return (
    <div className="verdict mt-4 rounded-md bg-mist px-4 py-3">
      <fieldset>
        <legend className="sr-only">Penilaian: {reviewItemWords[item]}</legend>
        <div className="flex flex-wrap gap-x-8">
          {choices.map(({ value, label }, at) => (
            <label
              key={value}
              className="inline-flex min-h-11 cursor-pointer items-center gap-2.5 font-semibold"
            >
              <input
                type="radio"
                id={at === 0 ? `${verdict.formId}-${verdict.name}` : undefined}
                name={verdict.name}
                value={value}
                defaultChecked={initial === value}
                className="size-5 accent-teal-700"
              />
              {label}
            </label>
          ))}
        </div>
        <FieldError field={verdict} />
      </fieldset>
      <div className="verdict-reason">
        <SelectField
          field={common}
          label="Alasan yang sering dipakai"
          optional
          placeholder="Tidak memakai"
          options={commonReasons[item].map((text) => ({ value: text, label: text }))}
        />
        <TextArea field={reason} label="Alasan dengan kata sendiri" optional rows={2} />
      </div>
    </div>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in the schema of its form
type AnyItem = FieldMetadata<ItemForm | undefined, any, string[]>

/** What the office said before, in words for whoever reads it now. */
export function JudgedNote({ judged }: { judged: Judged | undefined }) {
  if (!judged) return <Badge>Belum dinilai</Badge>
  const by = `${judged.by}, ${formatDay(judged.at)}`
  if (judged.verdict === 'accepted') {
    return (
      <span className="text-sm text-soft">
        <Badge tone="good">Diterima</Badge> {by}
      </span>
    )
  }
  const corrected = judged.verdict === 'corrected'
  return (
    <div
      className={`mt-2 border-l-4 px-4 py-2 ${corrected ? 'border-teal-300 bg-teal-50' : 'border-amber-200 bg-amber-50'}`}
    >
      <p className="font-semibold">
        {corrected ? 'Sudah diperbaiki pemohon, periksa lagi' : 'Perlu diperbaiki'}
      </p>
      <p className="whitespace-pre-line">
        {corrected && 'Yang diminta: '}
        {judged.reason}
      </p>
      <p className="text-sm text-soft">{by}</p>
    </div>
  )
}
