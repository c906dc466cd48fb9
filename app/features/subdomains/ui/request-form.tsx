import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useState } from 'react'
import { Button } from '~/ui/button'
import { Badge } from '~/ui/callout'
import { ErrorSummary, FieldError, Form, SubmitButton } from '~/ui/form'
import type { Availability } from '../availability'
import { LabelForm } from '../subdomains.schema'
import { AvailabilityLine, useAvailability } from './label-box'

interface Props {
  groupId: string
  /** The id that the request will carry. */
  formId: string
  suggestions: Availability[]
  /** The answer of a check without JavaScript. */
  checked: Availability | null
  typed: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Choosing a name: the suggestions by the rule, a box for one's own, and the answer whether it is free. */
export function RequestForm({ groupId, formId, suggestions, checked, typed, lastResult }: Props) {
  const [form, fields] = useForm({
    id: 'minta',
    lastResult: lastResult?.initialValue?.label === undefined ? undefined : lastResult,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: LabelForm }),
  })
  const kept = form.initialValue?.label
  const [label, setLabel] = useState(typeof kept === 'string' ? kept : typed)
  const live = useAvailability(label, groupId)
  const answer = label === typed && checked ? checked : live
  const free = suggestions.filter((one) => one.available)
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {suggestions.map((one) => (
          <li key={one.label} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="mr-auto font-medium break-all">{one.label}.kim.id</span>
            {one.available ? (
              <Form>
                <input type="hidden" name="intent" value="request" />
                <input type="hidden" name="id" value={formId} />
                <input type="hidden" name="label" value={one.label} />
                <Button variant="secondary" aria-label={`Minta ${one.label}.kim.id`}>
                  Minta nama ini
                </Button>
              </Form>
            ) : (
              <span className="flex flex-wrap items-center gap-2 py-2 text-sm text-soft">
                <Badge>Tidak bebas</Badge> {one.message}
              </span>
            )}
          </li>
        ))}
      </ul>
      {free.length === 0 && (
        <p className="mt-3 text-soft">
          Semua saran sudah terpakai. Tulis nama lain yang dikenal warga di bawah ini.
        </p>
      )}
      <Form {...getFormProps(form)} className="mt-6">
        <ErrorSummary form={form} labels={{ label: 'Nama' }} />
        <input type="hidden" name="id" value={formId} />
        <label htmlFor={`${form.id}-label`} className="mb-1 block font-semibold">
          Atau tulis nama sendiri
        </label>
        <p id={`${form.id}-hint`} className="mb-1.5 text-sm text-soft">
          3 sampai 63 huruf kecil, angka atau tanda hubung (-), misalnya kim-nawaripi.
        </p>
        <div className="flex items-stretch rounded-md border border-edge focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-teal-500">
          <input
            id={`${form.id}-label`}
            name="label"
            defaultValue={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            aria-describedby={`${form.id}-hint${fields.label.errors ? ` ${fields.label.errorId}` : ''}`}
            aria-invalid={fields.label.errors ? true : undefined}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className="min-h-11 w-full min-w-0 rounded-md px-3 py-2.5 text-base outline-none"
          />
          <span className="flex items-center pr-3 pl-1 text-soft">.kim.id</span>
        </div>
        <FieldError field={fields.label} />
        <AvailabilityLine answer={fields.label.errors ? null : answer} />
        <div className="mt-3 flex flex-wrap gap-3">
          <SubmitButton name="intent" value="request">
            Minta nama ini
          </SubmitButton>
          <Button variant="secondary" name="intent" value="check">
            Periksa dulu
          </Button>
        </div>
      </Form>
    </>
  )
}
