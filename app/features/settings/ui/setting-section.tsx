import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Badge, type Tone } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import {
  CheckboxField,
  ErrorSummary,
  Form,
  RadioField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '~/ui/form'
import { formatDate, formatDay } from '~/ui/format'
import { Section } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'
import { choicesOf, settingForm } from '../settings.schema'
import type { SettingHistory, SettingView } from '../settings-screen.server'

interface SettingSectionProps {
  setting: SettingView
  /** Empty for the country. */
  regionCode: string
  /** Local date from which on a value may be set. */
  today: string
  mayChange: boolean
  /** The answer of the page's action, whichever form it belongs to. */
  answer?: SubmissionResult<string[]>
}

const sources: Record<SettingView['source'], { words: string; tone: Tone }> = {
  own: { words: 'Ditetapkan di sini', tone: 'good' },
  province: { words: 'Mengikuti provinsi', tone: 'info' },
  nation: { words: 'Mengikuti nilai nasional', tone: 'info' },
  initial: { words: 'Bawaan, bukan ketentuan hukum', tone: 'plain' },
}

/** One setting: what holds today and why, what held before, and the form that changes it. */
export function SettingSection(props: SettingSectionProps) {
  const { setting, mayChange } = props
  const { words, tone } = sources[setting.source]
  return (
    <Section title={setting.label}>
      <p className="flex flex-wrap items-center gap-3">
        {setting.input === 'words' ? (
          <span className="break-words">{setting.words}</span>
        ) : (
          <strong className="text-lg break-words">{setting.words}</strong>
        )}
        <Badge tone={tone}>{words}</Badge>
      </p>
      <p className="mt-2 max-w-prose text-soft">{setting.meaning}</p>
      {setting.history.length > 0 && <History rows={setting.history} />}
      {mayChange && <SettingForm {...props} />}
    </Section>
  )
}

const states: Record<SettingHistory['state'], string> = {
  now: 'berlaku sekarang',
  past: 'sudah berakhir',
  planned: 'direncanakan',
  replaced: 'diganti sebelum berlaku',
}

function History({ rows }: { rows: SettingHistory[] }) {
  return (
    <Fold label={`Riwayat (${rows.length})`} className="mt-3">
      <div className="mt-2">
        <Timeline
          items={rows.map((row) => ({
            key: row.id,
            title: `${row.words} · ${states[row.state]}`,
            when:
              row.state === 'replaced'
                ? `semula mulai ${formatDate(row.validFrom)}`
                : `${formatDate(row.validFrom)} sampai ${row.validUntil ? formatDate(row.validUntil) : 'diubah lagi'}`,
            note: `Ditetapkan ${row.setBy ? `oleh ${row.setBy} ` : ''}pada ${formatDay(row.setAt)}`,
          }))}
        />
      </div>
    </Fold>
  )
}

function SettingForm({ setting, regionCode, today, answer }: SettingSectionProps) {
  const mine = answer?.initialValue?.key === setting.key && answer.initialValue.intent === 'set'
  const [form, fields] = useFormOf(settingForm, {
    id: `atur-${setting.key}`,
    lastResult: mine ? answer : undefined,
    defaultValue: { value: setting.typed, validFrom: today },
  })
  return (
    <Fold label="Ubah" about={` ${setting.label}`} open={mine} className="mt-2">
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} labels={{ value: 'Nilai baru', validFrom: 'Mulai berlaku' }} />
        <input type="hidden" name="intent" value="set" />
        <input type="hidden" name="key" value={setting.key} />
        <input type="hidden" name="regionCode" value={regionCode} />
        <input type="hidden" name="seen" value={setting.seen} />
        {setting.input === 'yesNo' && (
          <RadioField
            field={fields.value}
            label="Nilai baru"
            options={[
              { value: 'ya', label: 'Ya' },
              { value: 'tidak', label: 'Tidak' },
            ]}
          />
        )}
        {setting.input === 'choice' && (
          <SelectField field={fields.value} label="Nilai baru" options={choicesOf(setting.key)} />
        )}
        {setting.input === 'number' && (
          <TextField field={fields.value} label="Nilai baru" type="number" inputMode="numeric" />
        )}
        {setting.input === 'line' && <TextField field={fields.value} label="Nilai baru" />}
        {setting.input === 'words' && <TextArea field={fields.value} label="Nilai baru" rows={6} />}
        {setting.source === 'own' && (
          <CheckboxField
            field={fields.follow}
            label={
              regionCode
                ? 'Tidak memakai nilai sendiri lagi: ikuti nilai yang lebih luas'
                : 'Kembali ke nilai bawaan'
            }
          />
        )}
        <TextField
          field={fields.validFrom}
          label="Mulai berlaku"
          type="date"
          min={today}
          hint="Hari ini atau sesudahnya. Nilai yang lama berakhir sehari sebelumnya dan tetap tercatat."
        />
        <SubmitButton>Simpan</SubmitButton>
      </Form>
    </Fold>
  )
}
