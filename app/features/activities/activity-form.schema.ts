import { z } from 'zod'
import { VillageCode } from '~/features/regions/regions.schema'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import {
  type ActivityContent,
  ActivityId,
  activityFunctions,
  type Channel,
  type ChannelUse,
  channels,
  MAX_PHOTOS,
  reachSources,
  verdicts,
} from './activities.schema'

/** More people than live in a regency: a slip of the finger. */
const MOST_PEOPLE = 10_000_000

function text(what: string, max: number, clean = tidy) {
  return z
    .string()
    .transform(clean)
    .pipe(z.string().max(max, `${what} terlalu panjang; paling banyak ${max} huruf.`))
    .transform((typed) => typed || undefined)
    .optional()
}

/** A number of people, with or without points between the thousands. */
function people(what: string) {
  const words = `${what} ditulis dengan angka saja, misalnya 45.`
  return z
    .string()
    .max(20, words)
    .transform((typed) => typed.replace(/[.\s]/g, ''))
    .pipe(z.string().regex(/^\d*$/, words))
    .transform((digits) => (digits === '' ? undefined : Number(digits)))
    .pipe(z.number().max(MOST_PEOPLE, `${what} terlalu besar. Periksa jumlah angkanya.`).optional())
    .optional()
}

const LINK_WORDS = 'Tautan belum benar. Salin alamat lengkapnya, misalnya https://facebook.com/kim.nawaripi'

/** A web address; one that was typed without https:// gets it. */
const link = z
  .string()
  .max(300, 'Tautan terlalu panjang; paling banyak 300 huruf.')
  .transform(tidy)
  .transform((typed) => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed))
  .refine((address) => address === '' || isWebAddress(address), { error: LINK_WORDS })
  .transform((address) => address || undefined)
  .optional()

function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return hostname.includes('.') && username === '' && password === ''
}

function ofEachChannel<S extends z.ZodType>(schema: S): Record<Channel, S> {
  return {
    cetak: schema,
    penyiaran: schema,
    online: schema,
    media_sosial: schema,
    luar_ruang: schema,
    tatap_muka: schema,
  }
}

const hoaxParts = {
  hoaxClaim: text('Isi kabar', 500, tidyLines),
  hoaxWhere: text('Tempat beredar', 200),
  hoaxVerdict: z.enum(verdicts, { error: 'Pilih hasil pemeriksaannya.' }).optional(),
  hoaxReference: text('Rujukan', 300),
}

const answers = {
  localDate: z
    .string({ error: 'Isi tanggal kegiatan.' })
    .refine(isDate, { error: 'Tanggal belum benar. Isi tanggal, bulan dan tahun.' }),
  title: z
    .string({ error: 'Tulis apa yang dikerjakan, beberapa kata saja.' })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(5, 'Tulis apa yang dikerjakan, paling sedikit 5 huruf.')
        .max(120, 'Judul terlalu panjang; paling banyak 120 huruf. Ceritakan selebihnya di bagian cerita.'),
    ),
  topicCode: z.string({ error: 'Pilih topiknya.' }).max(60, 'Pilih topiknya.'),
  functions: z
    .array(z.enum(activityFunctions), { error: 'Centang paling sedikit satu fungsi.' })
    .min(1, 'Centang paling sedikit satu fungsi.'),
  channels: z.array(z.enum(channels)).optional(),
  platform: z.object(ofEachChannel(text('Nama media', 80))).optional(),
  link: z.object(ofEachChannel(link)).optional(),
  isPublic: z.boolean().default(false),
  story: text('Cerita', 3000, tidyLines),
  reach: people('Jangkauan'),
  reachSource: z.enum(reachSources, { error: 'Pilih dari mana angkanya.' }).optional(),
  reachEstimated: z.boolean().default(false),
  men: people('Laki-laki yang hadir'),
  women: people('Perempuan yang hadir'),
  partners: text('Mitra', 300),
  placeCode: VillageCode,
  /** Another village, as it was typed, and the one that was chosen among those it may mean. */
  elsewhere: text('Tempat', 80),
  elsewhereCode: VillageCode.optional(),
  ...hoaxParts,
}

type Answers = z.output<ReturnType<typeof plain>>
const plain = () => z.object(answers)

/** What one answer asks of another. */
function together(value: Answers, context: z.core.$RefinementCtx<Answers>): void {
  const complain = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (!value.channels?.length) complain('channels', 'Centang paling sedikit satu saluran.')
  if (value.reach !== undefined && !value.reachSource) {
    complain('reachSource', 'Pilih dari mana angka jangkauan ini.')
  }
  const { hoaxClaim, hoaxWhere, hoaxVerdict, hoaxReference } = value
  if (!hoaxClaim && !hoaxWhere && !hoaxVerdict && !hoaxReference) return
  if (!hoaxClaim) complain('hoaxClaim', 'Tulis kabar yang diperiksa.')
  if (!hoaxWhere) complain('hoaxWhere', 'Tulis di mana kabar itu beredar.')
  if (!hoaxVerdict) complain('hoaxVerdict', 'Pilih hasil pemeriksaannya.')
  if (!hoaxReference) complain('hoaxReference', 'Tulis di mana keterangan yang benar dapat dibaca.')
}

/** Photos that travel with the form where there is no script; the ones that are refused do not stop the text. */
const photo = z
  .array(z.instanceof(File))
  .max(MAX_PHOTOS * 4)
  .optional()

/** The empty form carries the ids: `id` of this activity, `otherId` for those who make another one out of it. */
export const NewActivityForm = z
  .object({
    ...answers,
    id: ActivityId,
    /** Set by the button that stores a refused form as another activity. */
    otherId: ActivityId.optional(),
    groupId: z.uuid(),
    photo,
  })
  .superRefine(together)
export type NewActivityForm = z.output<typeof NewActivityForm>

export const EditActivityForm = z
  .object({ ...answers, version: z.coerce.number().int().min(1) })
  .superRefine(together)

/** The channels that are ticked, in their order; what stands beside another was typed before it was unticked. */
function usesOf({ channels: ticked = [], platform, link }: Answers): ChannelUse[] {
  return channels
    .filter((channel) => ticked.includes(channel))
    .map((channel) => ({
      channel,
      platform: platform?.[channel] ?? null,
      link: link?.[channel] ?? null,
    }))
}

/** What was told, as it is stored. */
export function contentFrom(value: Answers): ActivityContent {
  const { hoaxClaim, hoaxWhere, hoaxVerdict, hoaxReference, reach } = value
  const knowsReach = reach !== undefined
  return {
    localDate: value.localDate,
    title: value.title,
    story: value.story ?? '',
    topicCode: value.topicCode,
    functions: [...new Set(value.functions)],
    channels: usesOf(value),
    reach: reach ?? null,
    reachSource: (knowsReach && value.reachSource) || null,
    reachEstimated: knowsReach && (value.reachEstimated || value.reachSource === 'guess'),
    men: value.men ?? null,
    women: value.women ?? null,
    partners: value.partners ?? null,
    hoax:
      hoaxClaim && hoaxWhere && hoaxVerdict && hoaxReference
        ? { claim: hoaxClaim, where: hoaxWhere, verdict: hoaxVerdict, reference: hoaxReference }
        : null,
    isPublic: value.isPublic,
    placeCode: value.placeCode,
  }
}

/** The answers of the form that say what a content says, for editing it and for doing the same again. */
export function answersFrom(content: ActivityContent) {
  const { hoax, channels: uses } = content
  return {
    localDate: content.localDate,
    title: content.title,
    story: content.story,
    topicCode: content.topicCode,
    functions: content.functions,
    channels: uses.map(({ channel }) => channel),
    platform: Object.fromEntries(uses.map(({ channel, platform }) => [channel, platform ?? undefined])),
    link: Object.fromEntries(uses.map(({ channel, link }) => [channel, link ?? undefined])),
    isPublic: content.isPublic,
    reach: content.reach?.toString(),
    reachSource: content.reachSource ?? undefined,
    reachEstimated: content.reachEstimated,
    men: content.men?.toString(),
    women: content.women?.toString(),
    partners: content.partners ?? undefined,
    hoaxClaim: hoax?.claim,
    hoaxWhere: hoax?.where,
    hoaxVerdict: hoax?.verdict,
    hoaxReference: hoax?.reference,
  }
}
