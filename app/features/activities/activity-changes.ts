import { formatDate, formatNumber } from '~/ui/format'
import { channelNames, functionWords, reachSourceWords, verdictWords } from './activities.messages'
import type { ActivityContent, ActivityEventKind, HoaxClarification } from './activity-kinds'

/**
 * What happened to an activity's text and status. Photos come and go beside them: one that arrives while somebody
 * edits the text is not in their way.
 */
export function turnsOf<E extends { kind: ActivityEventKind }>(events: E[]): E[] {
  return events.filter(({ kind }) => kind !== 'photo_added' && kind !== 'photo_removed')
}

/** One answer that differs between two versions, in words; null where nothing stood. */
export interface Change {
  term: string
  before: string | null
  after: string | null
}

/** Names behind the codes that a content holds; a code without a name is shown as it is. */
export interface ContentNames {
  topics: ReadonlyMap<string, string>
  /** By village code. */
  places: ReadonlyMap<string, string>
}

/** What an edit changed, in the order of the form. */
export function changesOfContent(
  before: ActivityContent,
  after: ActivityContent,
  names: ContentNames,
): Change[] {
  const [was, is] = [answersOf(before, names), answersOf(after, names)]
  return is.flatMap(({ term, value }, at) => {
    const former = was[at]?.value ?? null
    return former === value ? [] : [{ term, before: former, after: value }]
  })
}

function answersOf(
  content: ActivityContent,
  { topics, places }: ContentNames,
): { term: string; value: string | null }[] {
  const { topicCode, placeCode, reach, reachSource } = content
  return [
    { term: 'Tanggal', value: formatDate(content.localDate) },
    { term: 'Judul', value: content.title },
    { term: 'Cerita', value: content.story || null },
    { term: 'Fungsi', value: [...content.functions].sort().map(labelOf).join(', ') },
    { term: 'Topik', value: topics.get(topicCode) ?? topicCode },
    { term: 'Saluran', value: channelLines(content) },
    { term: 'Jangkauan', value: reach === null ? null : `${formatNumber(reach)} orang` },
    { term: 'Cara menghitung', value: reachSource && reachSourceWords[reachSource] },
    { term: 'Jangkauan perkiraan', value: reach === null ? null : yesOrNo(content.reachEstimated) },
    { term: 'Laki-laki hadir', value: numberOrNone(content.men) },
    { term: 'Perempuan hadir', value: numberOrNone(content.women) },
    { term: 'Tempat', value: places.get(placeCode) ?? placeCode },
    { term: 'Mitra', value: content.partners },
    { term: 'Klarifikasi hoaks', value: content.hoax && hoaxLines(content.hoax) },
    { term: 'Boleh dibaca umum', value: yesOrNo(content.isPublic) },
  ]
}

function labelOf(name: ActivityContent['functions'][number]): string {
  return functionWords[name].label
}

function channelLines({ channels }: ActivityContent): string | null {
  const lines = channels.map(({ channel, platform, link }) =>
    [channelNames[channel], platform, link].filter(Boolean).join(', '),
  )
  return lines.sort().join('\n') || null
}

function hoaxLines({ claim, where, verdict, reference }: HoaxClarification): string {
  return `“${claim}”\nBeredar di: ${where}\nHasil: ${verdictWords[verdict]}\nRujukan: ${reference}`
}

function yesOrNo(value: boolean): string {
  return value ? 'Ya' : 'Tidak'
}

function numberOrNone(value: number | null): string | null {
  return value === null ? null : formatNumber(value)
}
