import { channelNames } from './activities.messages'
import { channels } from './activity-kinds'

/** What the fields of the form are called where a list of faults names them. */
export const activityFieldLabels: Record<string, string> = {
  localDate: 'Tanggal',
  title: 'Kegiatan',
  topicCode: 'Topik',
  functions: 'Fungsi',
  channels: 'Saluran',
  story: 'Cerita',
  reach: 'Jangkauan',
  reachSource: 'Dari mana angkanya',
  men: 'Laki-laki hadir',
  women: 'Perempuan hadir',
  partners: 'Mitra',
  placeCode: 'Tempat',
  elsewhere: 'Tempat lain',
  photo: 'Foto',
  hoaxClaim: 'Isi kabar',
  hoaxWhere: 'Tempat beredar',
  hoaxVerdict: 'Hasil pemeriksaan',
  hoaxReference: 'Rujukan',
  ...Object.fromEntries(
    channels.flatMap((channel) => [
      [`platform.${channel}`, `${channelNames[channel]}, nama media`],
      [`link.${channel}`, `${channelNames[channel]}, tautan`],
    ]),
  ),
}

/** The answers that stand in the part that is folded at first. */
export const foldedFields = [
  'story',
  'reach',
  'reachSource',
  'men',
  'women',
  'partners',
  'hoaxClaim',
  'hoaxWhere',
  'hoaxVerdict',
  'hoaxReference',
] as const
