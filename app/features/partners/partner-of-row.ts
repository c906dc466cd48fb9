import { readChannel } from '~/features/groups/channels'
import type { RowContent } from '~/features/mapping/mapping.schema'
import { partnerChannelKinds } from './partners.schema'

/** Kinds of communities that are a kind of partner under any office; of the others the officer says. */
const partnerKindOf: Record<string, string> = {
  'karang-taruna': 'organisasi-kemasyarakatan',
  pkk: 'organisasi-kemasyarakatan',
  'relawan-tik': 'relawan-tik',
  'saka-milenial': 'saka-milenial',
  'pertunjukan-rakyat': 'pertunjukan-rakyat',
}

const handles = {
  instagram: /\b(?:instagram|ig)\s*:?\s*(@[\w.]+)/i,
  facebook: /\b(?:facebook|fb)\s*:?\s*(@[\w.]+)/i,
  youtube: /\b(?:youtube|yt)\s*:?\s*(@[\w.-]+)/i,
  tiktok: /\btiktok\s*:?\s*(@[\w.]+)/i,
  x: /\b(?:x|twitter)\s*:?\s*(@\w+)/i,
}

/**
 * What the form of a partner begins with when a mapping found it: what a field of its own cannot hold stands in the
 * note, so that nothing the surveyor wrote of whom to reach and how is lost.
 */
export function answersOfRow(row: RowContent & { villageCode: string }): Record<string, string | undefined> {
  const { contact } = row
  const email = contact && readAs('email', contact)
  const phone = contact && readAs('whatsapp', contact)
  const note = [
    ['Kontak', email || phone ? null : contact],
    ['Saluran', row.channels],
    ['Sasaran', row.audience],
    ['Topik', row.topics],
  ].flatMap(([term, words]) => (words ? [`${term}: ${words}`] : []))
  return {
    name: row.name,
    kindCode: partnerKindOf[row.kindCode ?? ''],
    placeCode: row.villageCode,
    person: row.contactName ?? undefined,
    phone: phone || undefined,
    email: email || undefined,
    ...channelsIn(row.channels ?? ''),
    note: note.join('\n') || undefined,
  }
}

/** Accounts and addresses that a line such as `Instagram @karangtaruna, radio.id/warga` names. */
function channelsIn(line: string): Record<string, string> {
  const links = line.split(/[\s,;]+/).filter((word) => /^(https?:\/\/|www\.)|\.[a-z]+\//i.test(word))
  const found: Record<string, string> = {}
  for (const kind of partnerChannelKinds) {
    if (kind === 'website') continue
    const typed = [...links, handles[kind].exec(line)?.[1] ?? ''].map((word) => readAs(kind, word))
    const [first] = typed.filter(Boolean)
    if (first) found[kind] = first
  }
  const site = links.find((link) =>
    partnerChannelKinds.every((kind) => kind === 'website' || !readAs(kind, link)),
  )
  const website = site && readAs('website', site)
  return website ? { ...found, website } : found
}

function readAs(kind: Parameters<typeof readChannel>[0], typed: string): string | undefined {
  const reading = readChannel(kind, typed)
  return 'value' in reading ? reading.value : undefined
}
