import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { Fold } from '~/ui/fold'
import { ActionButton, ErrorSummary, Form, SelectField, SubmitButton, TextArea, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { SearchBox } from '~/ui/search-box'
import { useFormOf } from '~/ui/use-form-of'
import type { PartnershipScreen } from '../partnership.queries.server'
import { AssessmentForm, PartnershipActForm } from '../partnership-form.schema'
import { keptWords, outlookWords } from '../partnerships.messages'
import { keptGrades, outlooks } from '../partnerships.schema'
import { isInForce } from '../partnerships.state'

interface Props {
  screen: PartnershipScreen
  answer: { result: SubmissionResult<string[]> } | undefined
}

/** What the office may do with its partnership now. */
export function PartnershipActions({ screen, answer }: Props) {
  const { partnership, mayEdit, office, next } = screen
  const { status, version } = partnership
  if (!mayEdit) {
    return (
      <Section title="Tindakan">
        <p className="text-soft">Kemitraan ini diurus {office}. Anda dapat membacanya.</p>
      </Section>
    )
  }
  const over = status === 'ended' || status === 'broken_off'
  return (
    <Section title="Tindakan">
      <div className="flex flex-wrap gap-3">
        {status === 'proposed' && (
          <ActionButton values={{ intent: 'activate', version: String(version) }} variant="primary">
            Nyatakan berlaku
          </ActionButton>
        )}
        {!over && (
          <ButtonLink to={`/dinas/kemitraan/${partnership.id}/ubah`} variant="secondary">
            Ubah isi
          </ButtonLink>
        )}
        {(isInForce(status) || status === 'ended') && !next && (
          <ButtonLink
            to={`/dinas/kemitraan/baru?dari=${partnership.id}`}
            variant={status === 'ending' || status === 'ended' ? 'primary' : 'secondary'}
          >
            Buat perpanjangan
          </ButtonLink>
        )}
      </div>
      {status === 'proposed' && (
        <p className="mt-2 text-sm text-soft">
          Nyatakan berlaku setelah kedua pihak sepakat dan naskahnya ditandatangani.
        </p>
      )}
      {!over && <BreakOff version={version} isProposal={status === 'proposed'} answer={answer} />}
      {status !== 'proposed' && <Assess screen={screen} answer={answer} />}
      {status !== 'proposed' && <LinkActivity screen={screen} answer={answer} />}
    </Section>
  )
}

function BreakOff({
  version,
  isProposal,
  answer,
}: {
  version: number
  isProposal: boolean
  answer: Props['answer']
}) {
  const mine = answerFor(answer, 'breakOff')
  const [form, fields] = useForm({
    id: 'hentikan',
    lastResult: mine,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: PartnershipActForm }),
  })
  return (
    <Fold look="row" label={isProposal ? 'Batalkan usulan' : 'Hentikan kemitraan'} open={mine !== undefined}>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
        <input type="hidden" name="intent" value="breakOff" />
        <input type="hidden" name="version" value={version} />
        <TextArea
          field={fields.reason}
          label="Alasan"
          hint="Tetap terbaca dalam riwayat. Tidak dapat ditarik kembali."
          rows={3}
        />
        <SubmitButton variant="danger">{isProposal ? 'Batalkan usulan' : 'Hentikan'}</SubmitButton>
      </Form>
    </Fold>
  )
}

function Assess({ screen: { year, years, tahun, assessments }, answer }: Props) {
  const mine = answerFor(answer, 'assess')
  const latest = assessments.find((assessment) => assessment.year === year)
  const [form, fields] = useFormOf(AssessmentForm, {
    id: 'nilai',
    lastResult: mine,
    defaultValue: { ...latest?.content, year: String(year ?? '') },
  })
  if (year === undefined) return null
  const grades = keptGrades.map((value) => ({ value, label: keptWords[value] }))
  return (
    <Fold
      look="row"
      label={latest ? `Perbaiki penilaian ${year}` : `Beri penilaian ${year}`}
      open={mine !== undefined || tahun !== undefined}
    >
      {years.length > 1 && (
        <nav aria-label="Tahun yang dinilai">
          <ul className="flex flex-wrap gap-x-5">
            {years.map((one) => (
              <li key={one}>
                <Link
                  to={`?tahun=${one}`}
                  preventScrollReset
                  aria-current={one === year ? 'true' : undefined}
                  className="inline-flex min-h-11 min-w-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
                >
                  {one}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Form {...getFormProps(form)}>
        <ErrorSummary
          form={form}
          labels={{ officeKept: 'Tugas dinas', partnerKept: 'Tugas mitra', outlook: 'Kelanjutan' }}
        />
        <input type="hidden" name="intent" value="assess" />
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="seen" value={latest?.version ?? 0} />
        <SelectField field={fields.officeKept} label="Tugas dinas" options={grades} />
        <SelectField field={fields.partnerKept} label="Tugas mitra" options={grades} />
        <TextArea field={fields.officeSays} label="Penilaian dinas" rows={4} />
        <TextArea
          field={fields.partnerSays}
          label="Kata mitra"
          hint="Tulis apa adanya yang disampaikan mitra."
          rows={4}
          optional
        />
        <TextField field={fields.partnerSpeaker} label="Disampaikan oleh" autoComplete="off" optional />
        <SelectField
          field={fields.outlook}
          label="Kelanjutan"
          options={outlooks.map((value) => ({ value, label: outlookWords[value] }))}
        />
        <SubmitButton>Simpan penilaian</SubmitButton>
      </Form>
    </Fold>
  )
}

function LinkActivity({ screen: { partnership, linkable, cari }, answer }: Props) {
  const mine = answerFor(answer, 'link')
  const [form, fields] = useForm({
    id: 'tautkan',
    lastResult: mine,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: PartnershipActForm }),
  })
  return (
    <Fold look="row" label="Tautkan kegiatan KIM" open={mine !== undefined || cari !== ''}>
      <SearchBox
        action={`/dinas/kemitraan/${partnership.id}`}
        name="cari"
        label="Cari judul kegiatan"
        defaultValue={cari}
        variant="secondary"
      />
      {linkable.length === 0 ? (
        <p className="mt-3 text-soft">Tidak ada kegiatan terkonfirmasi yang cocok dan belum ditautkan.</p>
      ) : (
        <Form {...getFormProps(form)}>
          <ErrorSummary form={form} labels={{ activityId: 'Kegiatan' }} />
          <input type="hidden" name="intent" value="link" />
          <SelectField
            field={fields.activityId}
            label="Kegiatan"
            options={linkable.map(({ id, title, localDate, groupName }) => ({
              value: id,
              label: `${localDate} · ${groupName}: ${title}`,
            }))}
          />
          <SubmitButton variant="secondary">Tautkan</SubmitButton>
        </Form>
      )}
    </Fold>
  )
}
