import type { ReactNode } from 'react'
import { Badge, Callout } from '~/ui/callout'
import { SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'
import type { ApplicationScreen } from '../application-screens.queries.server'
import { applicationPath, sectionWords } from '../registration.messages'
import { type Section, sections } from '../registration.schema'
import { reviewItemWords } from '../review.messages'

/** The frame of one step: where it stands in the row, what the office said about it, and the way back. */
export function SectionPage({
  application,
  section,
  lead,
  children,
}: {
  application: ApplicationScreen
  section: Section
  lead?: ReactNode
  children: ReactNode
}) {
  const step = application.steps.find((one) => one.section === section)
  return (
    <Page
      title={sectionWords[section]}
      lead={lead}
      back={{ to: applicationPath(application.id), label: `Daftar langkah: ${application.groupName}` }}
    >
      <p className="-mt-4 mb-2 flex flex-wrap items-center gap-3 text-sm text-soft">
        Langkah {sections.indexOf(section) + 1} dari {sections.length + 1}
        {application.paper && <Badge tone="wait">Permohonan kertas</Badge>}
      </p>
      {step?.fixes.map(({ item, reason }) => (
        <Callout key={item} tone="wait" title={`Perlu diperbaiki: ${reviewItemWords[item]}`}>
          <p className="whitespace-pre-line">{reason}</p>
        </Callout>
      ))}
      {children}
    </Page>
  )
}

/** Said in place of a form that cannot be changed now. */
export function LockedNote({ application }: { application: ApplicationScreen }) {
  return (
    <Callout tone="plain">
      {application.status === 'returned'
        ? 'Bagian ini sudah diterima Dinas dan tidak perlu diubah.'
        : 'Permohonan sudah dikirim; bagian ini hanya dapat dibaca.'}
    </Callout>
  )
}

/** Onwards, or save and come back another day: both save. */
export function SaveButtons({ version, lastStep = false }: { version: number; lastStep?: boolean }) {
  return (
    <div className="mt-8 flex flex-col gap-3 border-t border-line pt-6 sm:flex-row">
      <input type="hidden" name="version" value={version} />
      <SubmitButton name="after" value="next">
        {lastStep ? 'Simpan dan periksa' : 'Simpan dan lanjut'}
      </SubmitButton>
      <SubmitButton name="after" value="list" variant="secondary">
        Simpan, lanjutkan nanti
      </SubmitButton>
    </div>
  )
}
