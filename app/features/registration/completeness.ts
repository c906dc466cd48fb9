import { documentWords } from '~/features/documents/documents.messages'
import type { DocumentKind } from '~/features/documents/documents.schema'
import { postWords } from '~/features/groups/groups.messages'
import type { Answers, Section } from './registration.schema'

/** Something that is still to be filled in before the application can be submitted. */
export interface Missing {
  section: Section
  /** In words that follow "Belum ada:" on the page. */
  words: string
}

/**
 * Files without which an application cannot be submitted; the minutes may be written as text instead.
 * AD/ART stands among the requirements of registration (domain facts 2.3).
 */
export const requiredDocuments: readonly DocumentKind[] = ['decree', 'statutes']

/** All that is still missing, in the order of the steps. */
export function missingIn(answers: Answers, documents: DocumentKind[]): Missing[] {
  return [
    ...missingIdentity(answers),
    ...missingFormation(answers, documents),
    ...missingBoard(answers),
    ...missingContact(answers),
  ]
}

function missingIdentity({ identity }: Answers): Missing[] {
  return listed('identity', [
    [identity.scope === 'other' && !identity.scopeNote, 'keterangan cakupan'],
    [!identity.foundedOn, 'tanggal berdiri'],
    [!identity.address, 'alamat sekretariat'],
  ])
}

function missingFormation({ formation = {} }: Answers, documents: DocumentKind[]): Missing[] {
  return listed('formation', [
    [!formation.meetingOn, 'tanggal musyawarah'],
    [
      !formation.meetingMinutes && !documents.includes('minutes'),
      'ringkasan musyawarah atau berkas berita acara',
    ],
    [!formation.decreeNumber, 'nomor SK'],
    [!formation.decreeDate, 'tanggal SK'],
    [!formation.decreeIssuerKind, 'pejabat yang mengesahkan SK'],
    ...requiredDocuments.map((kind) => [!documents.includes(kind), `berkas ${documentWords[kind]}`] as const),
  ])
}

function missingBoard({ board }: Answers): Missing[] {
  const members = board?.members ?? []
  const holders = (post: 'ketua' | 'sekretaris' | 'bendahara') =>
    members.filter((member) => member.post === post).length
  return listed('board', [
    [holders('ketua') === 0, 'ketua'],
    [holders('ketua') > 1, 'satu ketua saja (sekarang tertulis lebih dari satu)'],
    [holders('sekretaris') === 0, postWords.sekretaris.toLowerCase()],
    [holders('bendahara') === 0, postWords.bendahara.toLowerCase()],
    [!board?.adultsAttested, 'pernyataan bahwa semua berusia paling sedikit 18 tahun'],
  ])
}

function missingContact({ contact }: Answers): Missing[] {
  return listed('contact', [[!contact, 'kontak dan persetujuan (boleh kosong, tetapi simpan langkahnya)']])
}

function listed(section: Section, checks: (readonly [boolean, string])[]): Missing[] {
  return checks.flatMap(([missing, words]) => (missing ? [{ section, words }] : []))
}
