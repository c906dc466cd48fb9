import { channelNames, functionWords } from '~/features/activities/activities.messages'
import { activityFunctions, channels } from '~/features/activities/activity-kinds'
import { Bars } from '~/features/activities/ui/totals'
import { formatNumber } from '~/ui/format'
import type { ReportNumbers } from '../reporting-kinds'

interface Props {
  numbers: ReportNumbers
  /** The names of topics by code. */
  topics: Record<string, string>
}

/** What a group's activities of a period come to, with what the numbers mean. */
export function ReportNumbersView({ numbers, topics }: Props) {
  const { activities, confirmed, asked, reach, withReach, estimated, withAttendance, men, women } = numbers
  const figures = [
    { n: activities, words: 'kegiatan', hint: `${formatNumber(confirmed)} sudah dikonfirmasi dinas` },
    {
      n: reach,
      words: 'jumlah jangkauan',
      hint: `dari ${formatNumber(withReach)} kegiatan${estimated > 0 ? `, ${formatNumber(estimated)} di antaranya perkiraan` : ''}`,
    },
    {
      n: women + men,
      words: 'orang hadir',
      hint: `${formatNumber(women)} perempuan, ${formatNumber(men)} laki-laki, dari ${formatNumber(withAttendance)} kegiatan`,
    },
    { n: numbers.photos, words: 'foto', hint: `${formatNumber(numbers.hoaxes)} klarifikasi hoaks` },
  ]
  return (
    <>
      <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(({ n, words, hint }) => (
          <div key={words} className="flex flex-col">
            <dt className="order-2">
              {words}
              <span className="block text-sm text-soft">{hint}</span>
            </dt>
            <dd className="text-3xl font-bold text-teal-800">{formatNumber(n)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-sm text-soft">
        Dihitung dari kegiatan yang sudah dikonfirmasi dan yang menunggu konfirmasi. Jumlah jangkauan
        menghitung orang yang sama beberapa kali bila ia terjangkau lebih dari satu kegiatan; ini bukan jumlah
        orang.
        {asked > 0 && ` ${formatNumber(asked)} kegiatan yang sedang ditanyakan dinas belum ikut dihitung.`}
      </p>
      {activities > 0 && (
        <div className="mt-6 grid gap-x-12 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
          <Bars
            caption="Menurut fungsi"
            rows={activityFunctions.map((name) => ({
              label: functionWords[name].label,
              total: numbers.functions[name] ?? 0,
            }))}
          />
          <Bars
            caption="Menurut saluran"
            rows={channels.map((name) => ({ label: channelNames[name], total: numbers.channels[name] ?? 0 }))}
          />
          <Bars
            caption="Menurut topik"
            rows={Object.entries(numbers.topics)
              .map(([code, total]) => ({ label: topics[code] ?? code, total }))
              .sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1))}
          />
        </div>
      )}
    </>
  )
}
