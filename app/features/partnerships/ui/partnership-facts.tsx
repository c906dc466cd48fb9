import { DocumentLink } from '~/features/documents/ui/document-link'
import { Callout } from '~/ui/callout'
import { Facts, Timeline } from '~/ui/data'
import { formatDate, formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import type { PartnershipScreen } from '../partnership.queries.server'
import { fundingWords, keptWords, outlookWords, partnershipKindWords } from '../partnerships.messages'
import { termWords } from './partnership-table'

/** What binds the two sides. */
export function PartnershipFacts({ screen }: { screen: PartnershipScreen }) {
  const { partnership, counterpart, office, document, topics, oddBudget, former, next } = screen
  const { kind, number, fundingSource, budgetCode } = partnership
  return (
    <>
      <Section title="Naskah">
        <Facts
          items={[
            {
              term: 'Dengan',
              value: (
                <>
                  <Link to={counterpart.href}>{counterpart.name}</Link> ({counterpart.kind})
                </>
              ),
            },
            { term: 'Dinas', value: office },
            { term: 'Bentuk', value: `${partnershipKindWords[kind]}${number ? ` nomor ${number}` : ''}` },
            { term: 'Masa', value: termWords(partnership) },
            { term: 'Ruang lingkup', value: partnership.scope },
            { term: 'Topik', value: topics.map(({ name }) => name).join(', ') },
            { term: 'Berkas', value: document && <DocumentLink document={document} /> },
            { term: 'Penanggung jawab', value: partnership.responsible },
            { term: 'Sumber dana', value: fundingSource && fundingWords[fundingSource] },
            { term: 'Kode anggaran', value: budgetCode },
            {
              term: 'Tampil untuk umum',
              value: partnership.isPublic ? 'Ya, selama berlaku' : 'Tidak',
            },
            ...(former
              ? [
                  {
                    term: 'Perpanjangan dari',
                    value: <Link to={`/dinas/kemitraan/${former.id}`}>{former.title}</Link>,
                  },
                ]
              : []),
            ...(next
              ? [
                  {
                    term: 'Diperpanjang dengan',
                    value: (
                      <Link to={`/dinas/kemitraan/${next.id}`}>
                        {next.title}, mulai {formatDate(next.startsOn)}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {oddBudget && (
          <Callout tone="wait">
            Kode anggaran tidak berbentuk seperti kode sub-kegiatan (misalnya 2.16.02.2.01.08). Periksa lagi
            pada dokumen anggaran.
          </Callout>
        )}
      </Section>
      <Section title="Tugas kedua pihak">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          <Duties who="Dinas" words={partnership.officeDuties} />
          <Duties who={counterpart.name} words={partnership.partnerDuties} />
        </div>
      </Section>
    </>
  )
}

function Duties({ who, words }: { who: string; words: string | null }) {
  return (
    <div>
      <h3 className="font-semibold">{who}</h3>
      <p className="mt-1 whitespace-pre-line">{words ?? <span className="text-soft">belum diisi</span>}</p>
    </div>
  )
}

/** How both sides saw each year. */
export function Assessments({ assessments }: Pick<PartnershipScreen, 'assessments'>) {
  if (assessments.length === 0) return <p className="text-soft">Belum ada penilaian tahunan.</p>
  return assessments.map(({ year, version, content }) => (
    <div key={year} className="border-b border-line py-4 first:pt-0">
      <h3 className="font-semibold">
        {year}: {outlookWords[content.outlook]}
        {version > 1 && <span className="font-normal text-soft"> (diperbaiki {version - 1} kali)</span>}
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <div>
          <p className="text-sm text-soft">Dinas menilai</p>
          <p className="whitespace-pre-line">{content.officeSays}</p>
          <p className="mt-1 text-sm">
            Tugas dinas: {keptWords[content.officeKept].toLowerCase()}. Tugas mitra:{' '}
            {keptWords[content.partnerKept].toLowerCase()}.
          </p>
        </div>
        <div>
          <p className="text-sm text-soft">
            Mitra berkata{content.partnerSpeaker && ` (${content.partnerSpeaker})`}
          </p>
          <p className="whitespace-pre-line">
            {content.partnerSays ?? <span className="text-soft">belum ditanyakan</span>}
          </p>
        </div>
      </div>
    </div>
  ))
}

/** Everything that happened, newest first. */
export function PartnershipTimeline({ timeline, zone }: Pick<PartnershipScreen, 'timeline' | 'zone'>) {
  return (
    <Timeline
      items={timeline.map(({ key, at, title, who, note, day }) => ({
        key,
        title,
        when: day ? formatDate(day) : `${formatMoment(at, zone)}, ${who ?? 'menurut kalender'}`,
        note,
      }))}
    />
  )
}
