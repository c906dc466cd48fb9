import type { Choice } from '~/features/choices/choices.schema'
import { byColumn, NIK, nikWords, strangeCell, withoutNik } from '~/features/imports/cells'
import { readDate } from '~/features/imports/read-date'
import type { VillageIndex } from '~/features/imports/village-index'
import type { SheetRow } from '~/platform/spreadsheet/read'
import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { searchKey, tidy } from '~/platform/text'
import { formatDate } from '~/ui/format'
import { classWords, followUpWords } from './mapping.messages'
import {
  communityName,
  type FollowUp,
  followUps,
  type ImportColumns,
  type ImportField,
  importFields,
  lineLimit,
  type RowClass,
  textLimit,
} from './mapping.schema'

export interface ListProblem {
  sheet: string
  row: number
  /** The spreadsheet's letter; empty for the whole row. */
  column: string
  value: string
  message: string
}

/** A candidate as a list tells of it. */
export interface ListedRow {
  villageCode: string
  districtCode: string
  name: string
  kindCode: string
  class: RowClass
  followUp: FollowUp
  contactName: string | null
  contact: string | null
  channels: string | null
  audience: string | null
  topics: string | null
  strength: string | null
  gap: string | null
  surveyedBy: string | null
  surveyedOn: string | null
}

export interface ListReading {
  columns: ImportColumns
  villages: Pick<VillageIndex, 'find'>
  kinds: KindIndex
  /** An e-mail address or a mobile number as it is stored; null for what is neither. */
  readContact: (typed: string) => string | null
  today: string
}

const classes: [RowClass, RegExp][] = [
  ['a', /^(kelas )?a$|informasi|diseminasi/],
  ['b', /^(kelas )?b$|pemberdayaan/],
]
const proposals: [FollowUp, RegExp][] = [
  ['form', /bentuk/],
  ['strengthen', /kuat|bina/],
  ['partner', /mitra/],
  ['watch', /pantau/],
  ['none', /^(tidak ada|belum ada|nihil)/],
]
/** Reads one row of a list; each problem names the cell and says how to put it right. */
export function readListRow(
  { sheet, row, cells, formulas }: SheetRow,
  { columns, villages, kinds, readContact, today }: ListReading,
): { problems: ListProblem[]; listed: ListedRow | null } {
  const problems: ListProblem[] = []
  const tidied = new Map<ImportField, string>()
  const typed = (field: ImportField) => {
    const before = tidied.get(field)
    if (before !== undefined) return before
    const cell = cells[columns[field] ?? -1]
    const text = cell ? tidy(cell) : ''
    tidied.set(field, text === '-' ? '' : text)
    return text === '-' ? '' : text
  }
  const report = (field: ImportField, message: string) => {
    const at = columns[field]
    const value = at === undefined ? '' : shownCell(cells[at] ?? '')
    problems.push({ sheet, row, column: at === undefined ? '' : columnLetter(at), value, message })
  }
  for (const field of importFields) {
    const at = columns[field]
    const message = at === undefined ? null : strangeCell(cells[at] ?? '', formulas.includes(at))
    if (message) report(field, message)
  }
  const strange = new Set(problems.map(({ column }) => column))
  const fine = (field: ImportField) => !strange.has(columnLetter(columns[field] ?? -1))
  const line = (field: ImportField, limit: number): string | null => {
    const text = typed(field)
    if (text.length > limit) report(field, `Terlalu panjang; paling banyak ${limit} huruf.`)
    else if (NIK.test(text)) report(field, nikWords)
    return text === '' ? null : text
  }

  const place = villages.find({
    village: typed('village'),
    district: typed('district'),
    code: typed('villageCode'),
  })
  if (!('village' in place)) {
    const field = place.field === 'code' ? 'villageCode' : place.field
    if (fine(field)) report(field, place.message)
  }
  const name = communityName.safeParse(typed('name') || undefined)
  if (!name.success && fine('name')) report('name', name.error.issues[0]?.message ?? 'Nama belum benar.')
  const rowClass = classes.find(([, words]) => words.test(searchKey(typed('class'))))?.[0]
  if (!rowClass && fine('class')) {
    report('class', `Isi a (${lower(classWords.a.meaning)}) atau b (${lower(classWords.b.meaning)}).`)
  }
  const kind = kinds.find(typed('kind'))
  if (!kind && fine('kind')) report('kind', `Jenis ini tidak dikenal. Pilih: ${kinds.names}.`)
  const proposal = searchKey(typed('followUp'))
  const followUp = proposal === '' ? 'none' : proposals.find(([, words]) => words.test(proposal))?.[0]
  if (!followUp && fine('followUp')) {
    report(
      'followUp',
      `Isi salah satu: ${followUps.map((one) => followUpWords[one].label).join(', ')}; atau kosongkan.`,
    )
  }
  const contact = typed('contact') === '' ? null : readContact(typed('contact'))
  if (typed('contact') !== '' && contact === null && fine('contact')) {
    report('contact', 'Bukan nomor HP atau e-mail. Tulis seperti 0812 3456 7890, atau kosongkan.')
  }
  const surveyedOn = typed('surveyedOn') === '' ? null : readDate(typed('surveyedOn'))
  if (typed('surveyedOn') !== '' && fine('surveyedOn')) {
    if (surveyedOn === null) report('surveyedOn', 'Bukan tanggal. Tulis seperti 12/5/2026 atau 12 Mei 2026.')
    else if (surveyedOn > today) report('surveyedOn', `${formatDate(surveyedOn)} belum tiba.`)
    else if (surveyedOn < '1945-01-01')
      report('surveyedOn', `${formatDate(surveyedOn)} terlalu lama. Periksa tahunnya.`)
  }
  const found = {
    contactName: line('contactName', 80),
    channels: line('channels', lineLimit),
    audience: line('audience', lineLimit),
    topics: line('topics', lineLimit),
    strength: line('strength', textLimit),
    gap: line('gap', textLimit),
    surveyedBy: line('surveyedBy', 80),
  }
  const whole = problems.length === 0 && 'village' in place && name.success && rowClass && kind && followUp
  if (!whole) return { problems: problems.sort(byColumn), listed: null }
  return {
    problems,
    listed: {
      ...found,
      villageCode: place.village.code,
      districtCode: place.village.districtCode,
      name: name.data,
      kindCode: kind.code,
      class: rowClass,
      followUp,
      contact,
      surveyedOn,
    },
  }
}

/** Finds kinds by their names, their codes, or the beginning of their names; a list asks the same again and again. */
export class KindIndex {
  private readonly keyed: { kind: Choice; name: string; code: string }[]
  private readonly found = new Map<string, Choice | undefined>()
  /** All that may be written, in one sentence. */
  readonly names: string

  constructor(kinds: Choice[]) {
    this.keyed = kinds.map((kind) => ({ kind, name: searchKey(kind.name), code: searchKey(kind.code) }))
    this.names = kinds.map(({ name }) => name).join('; ')
  }

  find(typed: string): Choice | undefined {
    if (!this.found.has(typed) && this.found.size < 1000) this.found.set(typed, this.search(searchKey(typed)))
    return this.found.get(typed)
  }

  private search(key: string): Choice | undefined {
    if (key === '') return undefined
    const found =
      this.keyed.find(({ name, code }) => name === key || code === key) ??
      this.keyed.find(({ name }) => name.startsWith(`${key} `) || key.startsWith(`${name} `)) ??
      this.keyed.find(({ code }) => key.startsWith(`${code} `))
    return found?.kind
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}

/** A cell as a page shows it, and as much of it as is kept: short, and without a NIK. */
export function shownCell(cell: string): string {
  const text = withoutNik(tidy(cell))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
