import { z } from 'zod'
import { nameText } from '~/features/groups/names.schema'
import { NIK, nikWords } from '~/features/imports/cells'
import { columnsForm } from '~/features/imports/columns'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { VillageCode } from '~/features/regions/regions.schema'
import { formVersion, optionalDate, optionalLine, optionalLines } from '~/features/registration/fields.schema'
import { isDate } from '~/platform/calendar'
import { tidy } from '~/platform/text'

export const MappingId = z.uuid().brand<'MappingId'>()
export type MappingId = z.infer<typeof MappingId>
export const MappingRowId = z.uuid().brand<'MappingRowId'>()
export type MappingRowId = z.infer<typeof MappingRowId>
export const MappingImportId = z.uuid().brand<'MappingImportId'>()
export type MappingImportId = z.infer<typeof MappingImportId>

/** A registered KIM, or a candidate of class (a) or (b) as the draft revision of 2022 tells them apart. */
export const rowClasses = ['kim', 'a', 'b'] as const
export type RowClass = (typeof rowClasses)[number]
export const candidateClasses = ['a', 'b'] as const satisfies readonly RowClass[]

export const followUps = ['form', 'strengthen', 'partner', 'watch', 'none'] as const
export type FollowUp = (typeof followUps)[number]
/** Nobody forms a KIM where one is. */
export const groupFollowUps = [
  'strengthen',
  'partner',
  'watch',
  'none',
] as const satisfies readonly FollowUp[]

export type RowSource = 'entry' | 'import' | 'registry' | 'copied'
export type ImportStatus =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'refused'
  | 'applying'
  | 'applied'
  | 'discarded'

/** What the dry run of a list counted. */
export interface ImportCounts {
  rows: number
  /** Rows that would come in. */
  fresh: number
  /** Rows whose community stands in the mapping, or further up in the list, under the same name in the same village. */
  repeated: number
  wrongRows: number
  /** The check stopped before the end, because so much was wrong. */
  stopped: boolean
}

/** What a column of a list may hold. */
export const importFields = [
  'village',
  'district',
  'villageCode',
  'name',
  'kind',
  'class',
  'followUp',
  'contactName',
  'contact',
  'channels',
  'audience',
  'topics',
  'strength',
  'gap',
  'surveyedBy',
  'surveyedOn',
] as const
export type ImportField = (typeof importFields)[number]
/** Which column, counted from 0, feeds which field. */
export type ImportColumns = Partial<Record<ImportField, number>>

/** How a list is laid out. */
export interface ListLayout {
  /** The row of the headings as the spreadsheet counts it, and the headings. */
  headerRow: number
  headers: string[]
  /** The first rows below the headings. */
  samples: string[][]
  /** Guessed when it was uploaded, then as the officer chose. */
  columns: ImportColumns
}

/** What is said of a community; what a merge chooses from and an undo brings back. */
export interface RowContent {
  name: string
  class: RowClass
  kindCode: string | null
  contactName: string | null
  contact: string | null
  channels: string | null
  audience: string | null
  topics: string | null
  strength: string | null
  gap: string | null
  followUp: FollowUp
  surveyedBy: string | null
  surveyedOn: string | null
}

/** The fields of `RowContent` in the order in which people read them. */
export const contentFields = [
  'name',
  'class',
  'kindCode',
  'contactName',
  'contact',
  'channels',
  'audience',
  'topics',
  'strength',
  'gap',
  'followUp',
  'surveyedBy',
  'surveyedOn',
] as const satisfies readonly (keyof RowContent)[]

/** Fields that a merge may choose. Who a KIM is stands in the registry, and nobody forms one where one is. */
export function choosable(
  kept: Pick<RowContent, 'class'>,
  other: Pick<RowContent, 'followUp'>,
): readonly (keyof RowContent)[] {
  if (kept.class !== 'kim') return contentFields
  const closed: readonly (keyof RowContent)[] = ['name', 'class', 'kindCode']
  const proposed = groupFollowUps.some((followUp) => followUp === other.followUp)
  return contentFields.filter((field) => !closed.includes(field) && (field !== 'followUp' || proposed))
}

const noNik = (text: string | undefined) => !text || !NIK.test(text)

export const communityName = nameText('Nama kelompok', { min: 2, max: 100 })
export const lineLimit = 200
export const textLimit = 1000
const line = (what: string, max = lineLimit) => optionalLine(what, max).refine(noNik, nikWords)
const text = (what: string) => optionalLines(what, textLimit).refine(noNik, nikWords)

const findings = {
  contactName: line('Nama kontak', 80),
  contact: line('Kontak', 100),
  channels: line('Saluran'),
  audience: line('Sasaran'),
  topics: line('Topik'),
  strength: text('Kekuatan'),
  gap: text('Kekurangan'),
  surveyedBy: line('Nama pendata', 80),
  surveyedOn: optionalDate('Tanggal pendataan'),
}

const candidate = {
  ...findings,
  villageCode: VillageCode,
  name: communityName,
  class: z.enum(candidateClasses, { error: 'Pilih kelas kelompok ini.' }),
  kindCode: z.string({ error: 'Pilih jenis kelompok.' }).regex(/^[a-z0-9-]{1,60}$/, 'Pilih jenis kelompok.'),
  followUp: z.enum(followUps, { error: 'Pilih usulan tindak lanjut.' }),
}

/** A community found in a village. `id` comes with the empty form, so that sending it twice stores one. */
export const NewRowForm = z.object({
  ...candidate,
  id: MappingRowId,
  after: z.enum(['list', 'again']).catch('list'),
})
export type NewRowForm = z.output<typeof NewRowForm>

export const EditCandidateForm = z.object({
  ...candidate,
  intent: z.literal('candidate'),
  version: formVersion,
})
/** Of a registered KIM only what the mapping found; who and where it is stands in the registry. */
export const EditGroupRowForm = z.object({
  ...findings,
  intent: z.literal('group'),
  version: formVersion,
  followUp: z.enum(groupFollowUps, { error: 'Pilih usulan tindak lanjut.' }),
})
export const EditRowForm = z.discriminatedUnion('intent', [EditCandidateForm, EditGroupRowForm])
export type EditRowForm = z.output<typeof EditRowForm>

const day = (what: string) =>
  z
    .string({ error: `Isi ${what}.` })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.')
    .refine((date) => date >= '2000-01-01' && date < '2100-01-01', 'Periksa tahunnya.')

/** A new mapping of a regency. */
export const NewMappingForm = z
  .object({
    id: MappingId,
    regencyCode: z
      .string({ error: 'Pilih kabupaten atau kota.' })
      .regex(/^\d{4}$/, 'Pilih kabupaten atau kota.'),
    title: z
      .string({ error: 'Isi nama pemetaan.' })
      .transform(tidy)
      .pipe(z.string().min(3, 'Nama paling sedikit 3 huruf.').max(80, 'Nama paling panjang 80 huruf.')),
    beginsOn: day('tanggal mulai'),
    endsOn: day('tanggal selesai'),
  })
  .refine(({ beginsOn, endsOn }) => endsOn >= beginsOn, {
    path: ['endsOn'],
    error: 'Tanggal selesai tidak boleh sebelum tanggal mulai.',
  })
export type NewMappingForm = z.output<typeof NewMappingForm>

/** What is done with a mapping as a whole. */
export const MappingActForm = z.object({
  intent: z.enum(['start', 'discard', 'settle']),
  version: formVersion,
})

/** A place in the list of rows: everything of the page lies after or before it. */
export interface RowCursor {
  villageCode: string
  nameKey: string
  id: string
}

/** Where a row stands in the list, and nothing else of it. */
export function cursorOf({ villageCode, nameKey, id }: RowCursor): RowCursor {
  return { villageCode, nameKey, id }
}

export const rowCursor = z
  .string()
  .max(200)
  .regex(/^\d{10}~[0-9a-f-]{36}~[^~]*$/)
  .transform(
    (typed): RowCursor => ({
      villageCode: typed.slice(0, 10),
      id: typed.slice(11, 47),
      nameKey: typed.slice(48),
    }),
  )
  .optional()
  .catch(undefined)

/** A place in the list of rows as `rowCursor` reads it in an address. */
export function cursorWord({ villageCode, id, nameKey }: RowCursor): string {
  return `${villageCode}~${id}~${nameKey}`
}

/** The words in the list's address; a strange one is left out. */
export const rowsQuery = z.object({
  ...regionFilterQuery,
  q: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 100))
    .catch(''),
  kelas: z.enum(rowClasses).optional().catch(undefined),
  tindak: z.enum(followUps).optional().catch(undefined),
  jenis: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  setelah: rowCursor,
  sebelum: rowCursor,
})
export type RowsQuery = z.output<typeof rowsQuery>

const words = ['kecamatan', 'q', 'kelas', 'tindak', 'jenis'] as const

/** True when the list shows a part of what there is. */
export function isFiltered(query: RowsQuery): boolean {
  return words.some((name) => query[name])
}

/** The address of a mapping's list with some words changed; a change goes back to the first page. */
export function rowsHref(
  path: string,
  query: Partial<Record<(typeof words)[number], string | undefined>>,
  place: { setelah?: RowCursor; sebelum?: RowCursor } = {},
): string {
  const search = new URLSearchParams()
  for (const name of words) if (query[name]) search.set(name, query[name])
  for (const name of ['setelah', 'sebelum'] as const) {
    const at = place[name]
    if (at) search.set(name, cursorWord(at))
  }
  const typed = search.toString()
  return typed ? `${path}?${typed}` : path
}

/** A list of communities on its way into a mapping. */
export const UploadListForm = z.object({
  id: MappingImportId,
  file: z.file({ error: 'Pilih dulu berkas daftar kelompok (CSV atau XLSX).' }),
})

/** What is done with a list that was uploaded. */
export const ListActForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    version: formVersion,
    columns: columnsForm({ fields: importFields }),
  }),
  z.object({ intent: z.enum(['apply', 'discard']), version: formVersion }),
])
export type ListActForm = z.output<typeof ListActForm>

/** Two rows that are one community: the one that is kept, and the fields that come from the other. */
export const MergeForm = z
  .looseObject({
    keptId: MappingRowId,
    keptVersion: formVersion,
    mergedId: MappingRowId,
    mergedVersion: formVersion,
  })
  .transform(({ keptId, keptVersion, mergedId, mergedVersion, ...choices }) => ({
    ...{ keptId, keptVersion, mergedId, mergedVersion },
    fromOther: contentFields.filter((field) => choices[`dari-${field}`] === 'other'),
  }))
export type MergeForm = z.output<typeof MergeForm>

/** What is said of two rows with like names, or of two that were merged. */
export const DuplicateActForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('apart'), a: MappingRowId, b: MappingRowId }),
  z.object({ intent: z.literal('undo'), mergeId: z.uuid() }),
])
