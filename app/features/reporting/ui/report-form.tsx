import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SelectField, SubmitButton, TextArea, TextField } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { useFormOf } from '~/ui/use-form-of'
import type { OwnReportScreen } from '../own-report.queries.server'
import { fundSourceWords } from '../reporting.messages'
import { OwnReportForm } from '../reporting.schema'
import { fundSources } from '../reporting-kinds'

const labels = {
  obstacles: 'Kendala',
  plans: 'Rencana',
  received: 'Uang diterima',
  spent: 'Uang dibelanjakan',
  fundSource: 'Sumber uang',
  reason: 'Alasan',
}

/** What the chair writes in a report, kept for later or sent. */
export function ReportForm({
  screen,
  result,
}: {
  screen: OwnReportScreen
  /** What the form said when it was refused. */
  result: SubmissionResult<string[]> | undefined
}) {
  const { report, freshId, amends, maySend, phase } = screen
  const amount = (value: number | null | undefined) => (value == null ? '' : formatNumber(value))
  const [form, fields] = useFormOf(OwnReportForm, {
    id: 'laporan',
    lastResult: result,
    defaultValue: {
      id: freshId,
      obstacles: report?.obstacles ?? '',
      plans: report?.plans ?? '',
      received: amount(report?.received),
      spent: amount(report?.spent),
      fundSource: report?.fundSource ?? '',
    },
  })
  const isSent = report?.status === 'sent' || report?.status === 'verified'
  const money = fields.received?.errors ?? fields.spent?.errors ?? fields.fundSource?.errors
  const hasMoney = report !== null && (report.received !== null || report.spent !== null)
  return (
    <Form {...getFormProps(form)} className="no-print max-w-2xl">
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="id" value={report?.id ?? fields.id?.initialValue?.toString()} />
      <input type="hidden" name="version" value={report?.version ?? 0} />
      {fields.obstacles && (
        <TextArea field={fields.obstacles} label="Kendala" optional hint="Apa yang menghambat kelompok." />
      )}
      {fields.plans && (
        <TextArea field={fields.plans} label="Rencana" optional hint="Apa yang akan dikerjakan berikutnya." />
      )}
      <Fold
        label="Uang yang diterima dan dibelanjakan (boleh kosong)"
        open={hasMoney || money !== undefined}
        className="my-5"
      >
        <div className="grid gap-x-6 sm:grid-cols-2">
          {fields.received && (
            <TextField field={fields.received} label="Diterima, rupiah" inputMode="numeric" optional />
          )}
          {fields.spent && (
            <TextField field={fields.spent} label="Dibelanjakan, rupiah" inputMode="numeric" optional />
          )}
        </div>
        {fields.fundSource && (
          <SelectField
            field={fields.fundSource}
            label="Sumber uang"
            hint="Diisi bila ada uang yang dicatat di atas."
            optional
            options={fundSources.map((value) => ({ value, label: fundSourceWords[value] }))}
          />
        )}
      </Fold>
      {amends && maySend && fields.reason && (
        <TextArea
          field={fields.reason}
          label="Alasan"
          hint={
            phase === 'locked'
              ? 'Laporan masa ini sudah terkunci. Yang dikirim sekarang dicatat sebagai susulan atau perbaikan beserta alasannya.'
              : 'Yang sudah dikirim tetap tersimpan. Kiriman ini dicatat sebagai perbaikan beserta alasannya.'
          }
          rows={3}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {maySend && (
          <SubmitButton name="intent" value="send">
            {amends ? 'Kirim perbaikan' : 'Kirim ke dinas'}
          </SubmitButton>
        )}
        {!isSent && (
          <SubmitButton name="intent" value="save" variant="secondary">
            Simpan dulu
          </SubmitButton>
        )}
      </div>
    </Form>
  )
}
