import { type DefaultValue, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { answerFor } from '~/ui/answer-for'

/** What a form's action answers when the page is shown again. */
export type Answer = { result: SubmissionResult<string[]> } | undefined

interface Options<T> {
  /** Of the form element; the ids of its fields begin with it. */
  id: string
  intent: string
  answer: Answer
  defaultValue?: DefaultValue<T>
}

/** One of several forms of a page: it takes the answer that carries its intent, and checks as one types. */
export function useIntentForm<S extends z.ZodType<Record<string, unknown>, Record<string, unknown>>>(
  schema: S,
  { id, intent, answer, defaultValue }: Options<z.input<S>>,
) {
  return useForm<z.input<S>, z.output<S>, string[]>({
    id,
    lastResult: answerFor(answer, intent),
    constraint: getZodConstraint(schema),
    defaultValue,
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  })
}
