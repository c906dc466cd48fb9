import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { documentWords } from '~/features/documents/documents.messages'
import { documentKinds } from '~/features/documents/documents.schema'
import { DocumentPreview } from '~/features/documents/ui/document-preview'
import { CheckboxField, ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatBytes } from '~/ui/format'
import { type ReviewItem, reviewItems, type Section, sections } from '../registration.schema'
import { reviewItemWords } from '../review.messages'
import type { ReviewScreen } from '../review.queries.server'
import type { ReviewForm as ReviewFormValue } from '../review.schema'
import { BoardFacts, ContactFacts, FormationFacts, IdentityFacts } from './answer-facts'
import { JudgedNote, VerdictField } from './verdict-field'

const facts: Record<Section, (props: { application: ReviewScreen }) => ReactNode> = {
  identity: IdentityFacts,
  formation: FormationFacts,
  board: BoardFacts,
  contact: ContactFacts,
}

const labels = Object.fromEntries(reviewItems.map((item) => [`items.${item}.reason`, reviewItemWords[item]]))

/**
 * Answers on the left, documents on the right, the decision below; one under the other on a phone.
 * One form: what was said about the parts is saved with whichever button is pressed.
 */
export function ReviewForm({
  screen,
  lastResult,
}: {
  screen: ReviewScreen
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const [form, fields] = useForm<ReviewFormValue>({
    id: 'periksa',
    lastResult,
    defaultValue: { items: saidBefore(screen) },
  })
  const items = fields.items.getFieldset()
  const verdictOf = (item: ReviewItem) => screen.mayDecide && <VerdictField item={item} field={items[item]} />
  const body = (
    <div className="gap-10 lg:grid lg:grid-cols-2">
      <div>
        {sections.map((section) => {
          const Answer = facts[section]
          return (
            <Part key={section} item={section} screen={screen}>
              <Answer application={screen} />
              {verdictOf(section)}
            </Part>
          )
        })}
      </div>
      {/* Scrolls by itself, so that any document stands beside any answer. */}
      <div className="lg:sticky lg:top-0 lg:max-h-screen lg:self-start lg:overflow-y-auto lg:pr-1 lg:pb-4">
        {documentKinds.map((kind) => (
          <Part key={kind} item={kind} screen={screen}>
            <DocumentBody screen={screen} kind={kind} />
            {verdictOf(kind)}
          </Part>
        ))}
      </div>
    </div>
  )
  if (!screen.mayDecide) return body
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={{ ...labels, note: 'Catatan', acceptsRest: 'Bagian lain' }} />
      {form.errors && (
        <p className="no-print">
          <a href={`/dinas/antrean/${screen.id}`} className="inline-flex min-h-11 items-center font-semibold">
            Muat ulang halaman untuk melihat keadaan terbaru
          </a>
        </p>
      )}
      <input type="hidden" name="version" value={screen.version} />
      <p className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <span className="text-soft">
          Terima atau tandai setiap bagian. Hanya yang ditandai yang kembali kepada kelompok.
        </span>
        <SubmitButton name="intent" value="save" variant="secondary">
          Simpan dulu
        </SubmitButton>
      </p>
      {body}
      <section className="mt-10 max-w-3xl border-t border-line pt-6" aria-labelledby="keputusan">
        <h2 id="keputusan" className="text-xl">
          Keputusan
        </h2>
        <CheckboxField
          field={fields.acceptsRest}
          label="Bagian yang belum dinilai saya terima"
          hint="Perlu dicentang untuk menyetujui bila ada bagian yang belum dinilai."
        />
        <TextArea
          field={fields.note}
          label="Catatan untuk kelompok"
          hint="Wajib diisi bila menolak. Kelompok membaca catatan ini."
          optional
          rows={3}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="approve">
            Setujui dan beri nomor
          </SubmitButton>
          <SubmitButton name="intent" value="return" variant="secondary">
            Kembalikan untuk diperbaiki
          </SubmitButton>
          <SubmitButton name="intent" value="reject" variant="danger">
            Tolak
          </SubmitButton>
        </div>
        <p className="mt-3 text-sm text-soft">
          Menyetujui langsung menerbitkan nomor registrasi dan Tanda Daftar KIM. Nomor yang sudah terbit tidak
          ditarik kembali.
        </p>
      </section>
    </Form>
  )
}

function Part({ item, screen, children }: { item: ReviewItem; screen: ReviewScreen; children: ReactNode }) {
  return (
    <section className="mt-8" aria-labelledby={`bagian-${item}`}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={`bagian-${item}`} className="text-lg">
          {reviewItemWords[item]}
        </h2>
        <JudgedNote judged={screen.judged[item]} />
      </div>
      {children}
    </section>
  )
}

function DocumentBody({ screen, kind }: { screen: ReviewScreen; kind: (typeof documentKinds)[number] }) {
  const document = screen.documents.find((one) => one.kind === kind)
  if (!document) {
    return (
      <p className="rounded-md border border-dashed border-edge px-4 py-6 text-center text-soft">
        Tidak ada berkas {documentWords[kind]}.
      </p>
    )
  }
  const type = document.mime === 'application/pdf' ? `PDF, ${document.pages} halaman` : 'Gambar'
  return (
    <>
      <p className="mb-2">
        <a
          href={`/dokumen/${document.id}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center font-semibold"
        >
          Buka {documentWords[kind]} di tab baru
        </a>{' '}
        <span className="text-sm text-soft">
          {type}, {formatBytes(document.bytes)}
        </span>
      </p>
      <DocumentPreview document={document} />
    </>
  )
}

/** What stands in the form when it opens; what was corrected waits for a new word. */
function saidBefore({ judged }: ReviewScreen): ReviewFormValue['items'] {
  return Object.fromEntries(
    Object.entries(judged).map(([item, { verdict, reason }]) => [
      item,
      verdict === 'corrected' ? {} : { verdict, reason: reason ?? undefined },
    ]),
  )
}
