import { type DefaultValue, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

interface Options<T> {
  /** Of the form element; the ids of its fields begin with it. */
  id?: string
  /** What the action answered to this form, none on a fresh page. */
  lastResult: SubmissionResult<string[]> | undefined
  defaultValue?: DefaultValue<T>
}

/** A form that checks each field by its schema when it is left, and a field found wrong as one types. */
export function useFormOf<S extends z.ZodType<Record<string, unknown>, Record<string, unknown>>>(
  schema: S,
  options: Options<z.input<S>>,
) {
  return useForm<z.input<S>, z.output<S>, string[]>({
    ...options,
    constraint: getZodConstraint(schema),
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  })
}
