import { readChannel } from '~/features/groups/channels'
import type { ChannelKind, Contact, GroupScope, IssuerKind } from '~/features/groups/groups.schema'
import { groupName, personName } from '~/features/groups/names.schema'
import type { NewDecree, NewGroup } from '~/features/groups/register-group.server'
import { EARLIEST_DATE } from '~/features/registration/fields.schema'
import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { searchKey } from '~/platform/text'
import { formatDate } from '~/ui/format'
import type { CellProblem } from './cells'
import type { ColumnMapping, ImportField } from './imports.schema'
import { readDate } from './read-date'
import type { ListedVillage, VillageIndex } from './village-index'

const MAX_ADDRESS = 300
const MAX_DECREE_NUMBER = 80

/** What one row says, with everything that is wrong with it. */
export interface ReadRow {
  problems: CellProblem[]
  village: ListedVillage | null
  name: string
  /** Complete only when there are no problems. */
  group: NewGroup | null
}

interface Reading {
  mapping: ColumnMapping
  villages: VillageIndex
  provinceCode: string
  regencyCode: string
  /** Local date: nothing in a list of existing groups lies in the future. */
  today: string
}

const scopes: [GroupScope, RegExp][] = [
  ['pkk', /pkk/],
  ['regency_forum', /forum|fk kim|kabupaten|kota/],
  ['neighbourhood', /padukuhan|dusun|\brw\b|\brt\b|lingkungan|banjar/],
  ['business', /umkm|usaha|pasar/],
  ['district', /kecamatan|distrik|kapanewon/],
  ['village', /desa|kelurahan|kampung|kalurahan|nagari|gampong|pekon/],
]

const issuers: [IssuerKind, RegExp][] = [
  ['camat', /camat|kepala distrik|panewu/],
  ['dinas', /dinas|diskominfo|kominfo/],
  ['regent', /bupati|wali ?kota/],
  [
    'village_head',
    /kepala desa|kades|lurah|kepala kampung|desa|kelurahan|kampung|wali nagari|keuchik|geuchik|pekon/,
  ],
]

/** Reads one row into a group; each problem names the cell and says how to put it right. */
export function readRow(cells: string[], reading: Reading): ReadRow {
  const { mapping, villages, today } = reading
  const problems: CellProblem[] = []
  const cell = (field: ImportField) => {
    const at = mapping[field]
    return at === undefined ? '' : (cells[at] ?? '')
  }
  const report = (field: ImportField, message: string) => {
    const at = mapping[field]
    problems.push({ column: at === undefined ? '' : columnLetter(at), message })
  }
  const dateIn = (field: ImportField, future = false): string | undefined => {
    const typed = cell(field)
    if (typed === '') return undefined
    const date = readDate(typed)
    if (date === null)
      report(field, `“${short(typed)}” bukan tanggal. Tulis seperti 12/5/2024 atau 12 Mei 2024.`)
    else if (date < EARLIEST_DATE) report(field, `${formatDate(date)} terlalu lama. Periksa tahunnya.`)
    else if (date > today && !future) report(field, `${formatDate(date)} belum tiba. Periksa tanggalnya.`)
    else return date
    return undefined
  }

  const found = villages.find({
    village: cell('village'),
    district: cell('district'),
    code: cell('villageCode'),
  })
  if (!('village' in found)) report(found.field === 'code' ? 'villageCode' : found.field, found.message)
  const name = groupName.safeParse(cell('name') === '' ? undefined : cell('name'))
  if (!name.success) report('name', firstMessage(name.error))
  const chair = personName.safeParse(cell('chairName') === '' ? undefined : cell('chairName'))
  if (!chair.success) {
    report(
      'chairName',
      cell('chairName') === ''
        ? 'Nama ketua belum diisi. Setiap KIM harus punya ketua.'
        : firstMessage(chair.error),
    )
  }
  const scope =
    cell('scope') === '' ? 'village' : scopes.find(([, words]) => words.test(searchKey(cell('scope'))))?.[0]
  if (!scope) {
    report(
      'scope',
      `“${short(cell('scope'))}” tidak dikenal. Tulis desa, RW, kecamatan, PKK, UMKM atau forum.`,
    )
  }
  const foundedOn = dateIn('foundedOn')
  const decree = readDecree(cell, report, dateIn)
  const address = cell('address')
  if (address.length > MAX_ADDRESS)
    report('address', `Alamat terlalu panjang; paling banyak ${MAX_ADDRESS} huruf.`)
  const contact = readContact(cell, report)

  const complete = problems.length === 0 && 'village' in found && name.success && chair.success && scope
  return {
    problems,
    village: 'village' in found ? found.village : null,
    name: name.success ? name.data : cell('name'),
    group: complete
      ? {
          name: name.data,
          scope,
          foundedOn,
          address: address === '' ? undefined : address,
          contact,
          source: 'import',
          provinceCode: reading.provinceCode,
          regencyCode: reading.regencyCode,
          districtCode: found.village.districtCode,
          villageCode: found.village.code,
          members: [{ name: chair.data, post: 'ketua' }],
          decree,
        }
      : null,
  }
}

type Cell = (field: ImportField) => string
type Report = (field: ImportField, message: string) => void

/** A decree counts with its number and its date; one without the other is asked for. */
function readDecree(
  cell: Cell,
  report: Report,
  dateIn: (field: ImportField, future?: boolean) => string | undefined,
): NewDecree | null {
  const number = cell('decreeNumber')
  const date = dateIn('decreeDate')
  const validUntil = dateIn('decreeValidUntil', true)
  if (number.length > MAX_DECREE_NUMBER) {
    report('decreeNumber', `Nomor SK terlalu panjang; paling banyak ${MAX_DECREE_NUMBER} huruf.`)
  }
  if (number === '') {
    if (cell('decreeDate') !== '')
      report(
        'decreeNumber',
        'Ada tanggal SK tetapi nomornya kosong. Isi nomornya, atau kosongkan tanggalnya.',
      )
    return null
  }
  if (cell('decreeDate') === '') {
    report('decreeDate', 'Ada nomor SK tetapi tanggalnya kosong. Isi tanggalnya, atau kosongkan nomornya.')
    return null
  }
  if (!date) return null
  if (validUntil && validUntil < date) {
    report('decreeValidUntil', 'SK berakhir sebelum tanggal terbitnya. Periksa kedua tanggalnya.')
  }
  const issuer = cell('decreeIssuer')
  const kind =
    issuer === '' ? 'village_head' : issuers.find(([, words]) => words.test(searchKey(issuer)))?.[0]
  if (issuer.length > 100) report('decreeIssuer', 'Penerbit SK terlalu panjang; paling banyak 100 huruf.')
  return {
    number,
    date,
    issuerKind: kind ?? 'other',
    issuerName: issuer === '' ? undefined : issuer,
    validUntil,
  }
}

/** Ways to reach the group. Nobody was asked yet, so none of it is public. */
function readContact(cell: Cell, report: Report): Contact {
  const channels: Contact['channels'] = {}
  for (const kind of ['whatsapp', 'email'] as const satisfies readonly ChannelKind[]) {
    const typed = cell(kind)
    if (typed === '') continue
    const reading = readChannel(kind, typed)
    if ('problem' in reading) report(kind, reading.problem)
    else channels[kind] = reading.value
  }
  return { channels, publicChannels: [], publicChairName: false, publicAddress: false, publicLocation: false }
}

function firstMessage(error: { issues: { message: string }[] }): string {
  return error.issues[0]?.message ?? 'Isian ini belum benar.'
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
