import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { Section } from '~/ui/page'
import { WriteForm } from '../coordination.schema'
import type { ThreadScreen } from '../thread.queries.server'

/** What either end writes next. */
export function WriteInThread({
  thread,
  lastResult,
}: {
  thread: ThreadScreen
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const [form, fields] = useForm({
    id: 'tulis',
    lastResult,
    defaultValue: { id: thread.formId },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: WriteForm }),
  })
  const answers = thread.side === 'recipient'
  return (
    <Section title={answers ? 'Jawab' : 'Tulis tambahan'} id="lanjut">
      <Form {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} labels={{ body: 'Isi' }} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? thread.formId} />
        <input type="hidden" name="version" value={thread.version} />
        <TextArea
          field={fields.body}
          label={answers ? 'Jawaban Anda' : 'Isi'}
          hint={
            answers
              ? `Dibaca petugas ${thread.other}. Tulis apa yang sudah atau akan dilakukan, dan kapan.`
              : `Dibaca petugas ${thread.other}. Sesudah ini catatan menunggu jawaban lagi.`
          }
          rows={6}
        />
        <SubmitButton name="intent" value="write">
          {answers ? 'Kirim jawaban' : 'Kirim tambahan'}
        </SubmitButton>
      </Form>
    </Section>
  )
}
