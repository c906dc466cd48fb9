import type { FieldMetadata } from '@conform-to/react'
import type { ProvinceChoice } from '~/features/regions/office-places.queries.server'
import { FieldError } from '~/ui/form'

/** Where an office is: a province or a regency, grouped so that one may type or scroll to it. */
export function PlaceSelect({
  field,
  label,
  hint,
  provinces,
  only,
}: {
  field: FieldMetadata<string | undefined, Record<string, unknown>, string[]>
  label: string
  hint?: string
  provinces: ProvinceChoice[]
  /** Offers regencies alone. */
  only?: 'regencies'
}) {
  const id = `${field.formId}-${field.name}`
  const described = [hint ? `${field.id}-hint` : '', field.errors ? field.errorId : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className="my-5">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${field.id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      <select
        id={id}
        name={field.name}
        defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={described || undefined}
        className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700 aria-invalid:border-red-700 aria-invalid:ring-1 aria-invalid:ring-red-700"
      >
        <option value="">{only ? 'Pilih…' : 'Seluruh Indonesia, atau pilih…'}</option>
        {provinces.map((province) => (
          <optgroup key={province.code} label={province.name}>
            {!only && <option value={province.code}>{province.name}</option>}
            {province.regencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <FieldError field={field} />
    </div>
  )
}
