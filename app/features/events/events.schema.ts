import { z } from 'zod'
import { PartnershipId } from '~/features/partnerships/partnerships.schema'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import { eventKinds } from './events.kinds'
import { decisionStates, eventStatuses } from './events.state'

export const EventId = z.uuid().brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** The secret part of a certificate's address. */
export const CertificateCode = z.string().regex(/^[\w-]{22}$/)

/** A place in a list that is sorted by a moment or a date: what comes after it is the next page. */
export interface Cursor {
  at: string
  id: string
}

const cursor = z
  .string()
  .regex(/^[\d-]{1,20}~[0-9a-f-]{36}$/)
  .transform((text): Cursor => {
    const [at = '', id = ''] = text.split('~')
    return { at, id }
  })
  .optional()
  .catch(undefined)

/** Name keys stand in front of the id. */
const nameCursor = z
  .string()
  .max(300)
  .regex(/^.*~[0-9a-f-]{36}$/)
  .transform((text): Cursor => ({ at: text.slice(0, -37), id: text.slice(-36) }))
  .optional()
  .catch(undefined)

const searched = z
  .string()
  .transform((typed) => tidy(typed).slice(0, 100))
  .catch('')

/** The words in the address of the office's list. */
export const eventsQuery = z.object({
  ...regionFilterQuery,
  q: searched,
  status: z.enum(eventStatuses).optional().catch(undefined),
  jenis: z.enum(eventKinds).optional().catch(undefined),
  setelah: cursor,
})
export type EventsQuery = z.output<typeof eventsQuery>

/** A partnership's page leads to the form with the partnership chosen. */
export const newEventQuery = z.object({ kemitraan: PartnershipId.optional().catch(undefined) })

export const decisionsQuery = z.object({
  keadaan: z.enum(decisionStates).catch('ongoing'),
  setelah: cursor,
})

export const inviteQuery = z.object({
  ...regionFilterQuery,
  keaktifan: z.enum(['aktif', 'kurang-aktif', 'vakum', 'belum-pernah']).optional().catch(undefined),
  topik: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
})

export const invitationsQuery = z.object({
  jawaban: z.enum(['accepted', 'declined', 'none']).optional().catch(undefined),
  setelah: nameCursor,
})

export const doorQuery = z.object({ q: searched })

export const ownEventsQuery = z.object({ setelah: cursor })

/** An address with the words that say something. */
export function hrefWith(path: string, words: Record<string, string | undefined>): string {
  const said = Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}

function line(most: number, ask: string) {
  return z
    .string({ error: ask })
    .transform(tidy)
    .pipe(z.string().min(3, ask).max(most, `Paling panjang ${most} huruf.`))
}

function lines(most: number, ask: string) {
  return z
    .string({ error: ask })
    .transform(tidyLines)
    .pipe(z.string().min(3, ask).max(most, `Paling panjang ${most} huruf.`))
}

const date = (ask: string) => z.string({ error: ask }).refine(isDate, ask)
const time = (ask: string) =>
  z
    .string({ error: ask })
    .transform((typed) => typed.trim().replace('.', ':'))
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, ask))

const plan = {
  kind: z.enum(eventKinds, { error: 'Pilih jenis acaranya.' }),
  title: line(150, 'Tulis nama acaranya, paling sedikit 3 huruf.'),
  purpose: lines(2000, 'Tulis tujuan acaranya, supaya kelompok tahu mengapa mereka diundang.'),
  zone: z.enum(['WIB', 'WITA', 'WIT'], { error: 'Pilih zona waktunya.' }),
  startDate: date('Tulis tanggal mulainya.'),
  startTime: time('Tulis jam mulainya, misalnya 09:00.'),
  endDate: date('Tulis tanggal selesainya.').optional(),
  endTime: time('Tulis jam selesainya, misalnya 15:00.'),
  replyDate: date('Tulis tanggal yang benar.').optional(),
  venue: line(200, 'Tulis tempatnya, paling sedikit 3 huruf.').optional(),
  village: z.string().transform(tidy).pipe(z.string().max(120, 'Paling panjang 120 huruf.')).optional(),
  /** Which of several villages was meant. */
  villageCode: z
    .string()
    .regex(/^\d{10}$/)
    .optional()
    .catch(undefined),
  onlineUrl: z
    .string()
    .trim()
    .max(500, 'Paling panjang 500 huruf.')
    .regex(/^https:\/\/\S+$/, 'Tulis tautan lengkap yang dimulai dengan https://')
    .optional(),
  capacity: z.coerce
    .number({ error: 'Tulis jumlahnya dengan angka.' })
    .int('Tulis bilangan bulat.')
    .min(1, 'Paling sedikit 1 orang.')
    .max(2000, 'Paling banyak 2.000 orang.')
    .optional(),
  topics: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .max(8, 'Paling banyak 8 topik.')
    .default([]),
  partnershipId: PartnershipId.optional(),
}

const version = z.coerce.number().int().min(1)

export const NewEventForm = z.object({
  id: EventId,
  officeCode: z.string().regex(/^\d{2}(\d{2})?$/),
  ...plan,
})
export const EditEventForm = z.object({ version, ...plan })
export type EventFormValue = z.output<typeof EditEventForm>

const reason = lines(500, 'Tulis alasannya; kelompok yang diundang membacanya.')
const minutes = lines(20_000, 'Tulis jalannya acara, paling sedikit 3 huruf.')
const dueOn = date('Tulis tanggal batasnya.')
const note = z.string().transform(tidyLines).pipe(z.string().max(500, 'Paling panjang 500 huruf.')).optional()

/** What is done with a decision, on the event's page and on the office's list. */
export const DecisionForm = z.object({
  intent: z.literal('settle'),
  decisionId: z.uuid(),
  version,
  state: z.enum(decisionStates),
  note,
})

/** What the office does on an event's own page. */
export const OfficeEventForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['held', 'closed']), version }),
  z.object({ intent: z.literal('cancel'), version, reason }),
  z.object({ intent: z.enum(['openCommittee', 'closeCommittee']), version }),
  z.object({ intent: z.literal('minutes'), version, minutes }),
  z.object({
    intent: z.literal('decide'),
    id: z.uuid(),
    what: lines(500, 'Tulis apa yang diputuskan.'),
    groupId: z.uuid().optional(),
    who: line(120, 'Tulis siapa yang mengerjakan, atau pilih KIM-nya.').optional(),
    dueOn,
  }),
  z.object({
    intent: z.literal('addMaterial'),
    id: z.uuid(),
    materialTitle: line(120, 'Tulis judul bahannya.'),
    file: z.instanceof(File, { error: 'Pilih berkasnya: PDF atau gambar, paling besar 5 MB.' }),
  }),
  z.object({ intent: z.literal('removeMaterial'), materialId: z.uuid() }),
  DecisionForm,
])

export const InviteForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('all'), id: z.uuid(), found: z.coerce.number().int().min(0) }),
  z.object({
    intent: z.literal('chosen'),
    id: z.uuid(),
    groupIds: z
      .array(z.uuid(), { error: 'Centang dulu paling sedikit satu KIM.' })
      .min(1, 'Centang dulu paling sedikit satu KIM.')
      .max(500, 'Paling banyak 500 KIM sekali kirim.'),
  }),
])

/** Who comes for a group: a name on each line. */
const names = z
  .string({ error: 'Tulis nama yang akan datang, satu nama satu baris.' })
  .transform((typed) => [
    ...new Set(
      tidyLines(typed)
        .split('\n')
        .map((name) => name.replace(/^[\d.)\- ]+/, '').trim())
        .filter((name) => name !== ''),
    ),
  ])
  .pipe(
    z
      .array(z.string().min(2, 'Tulis nama dengan lengkap.').max(80, 'Satu nama paling panjang 80 huruf.'))
      .min(1, 'Tulis nama yang akan datang, satu nama satu baris.')
      .max(20, 'Paling banyak 20 orang dari satu KIM.'),
  )

export const ReplyForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), version, names }),
  z.object({ intent: z.literal('decline'), version, note }),
])

/** What the door does: a typed code, ticks in the list, someone who was not registered, or a tick taken back. */
export const DoorForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('code'),
    code: z
      .string({ error: 'Ketik kode di tiketnya.' })
      .transform((typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
      .pipe(z.string().length(6, 'Kode tiket terdiri atas 6 huruf dan angka.')),
  }),
  z.object({
    intent: z.literal('list'),
    attendeeIds: z
      .array(z.uuid(), { error: 'Centang dulu paling sedikit satu nama.' })
      .min(1, 'Centang dulu paling sedikit satu nama.')
      .max(2000, 'Paling banyak 2.000 nama sekali simpan.'),
  }),
  z.object({
    intent: z.literal('walkIn'),
    id: z.uuid(),
    name: line(80, 'Tulis namanya.'),
    origin: line(120, 'Tulis asalnya, misalnya nama kelompok atau instansi.').optional(),
  }),
  z.object({ intent: z.literal('unmark'), attendeeId: z.uuid() }),
])

const score = z.coerce.number({ error: 'Pilih satu angka.' }).int().min(1).max(5)

/** What is done with an opened ticket: the door marks it, its holder judges the event. */
export const TicketForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('present') }),
  z.object({
    intent: z.literal('evaluate'),
    id: z.uuid(),
    usefulness: score,
    clarity: score,
    materials: score,
    organisation: score,
    comment: z
      .string()
      .transform(tidyLines)
      .pipe(z.string().max(1000, 'Paling panjang 1.000 huruf.'))
      .optional(),
  }),
])

export const CertifyForm = z.object({ version })
