import { Badge } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { activityStatusWords } from '../activities.messages'
import type { ActivityStatus } from '../activities.state'
import { monthFrom, weeksOf } from '../month-grid'

interface MonthActivity {
  id: string
  title: string
  localDate: string
  status: ActivityStatus
}

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']

/** A month as a grid of days; a day on which something happened leads to it in the list beside. */
export function MonthCalendar({
  month,
  today,
  activities,
  groupId,
  hrefFor,
}: {
  month: string
  today: string
  activities: MonthActivity[]
  groupId: string
  hrefFor: (month: string) => string
}) {
  const name = nameOf(month)
  const next = monthFrom(month, 1)
  const step = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,26rem)_1fr]">
      <div>
        <div className="mb-2 flex items-center justify-between gap-2">
          <Link to={hrefFor(monthFrom(month, -1))} className={step} preventScrollReset>
            <span aria-hidden="true">←</span>
            <span className="sr-only">{nameOf(monthFrom(month, -1))}</span>
            <span aria-hidden="true" className="ml-1">
              {nameOf(monthFrom(month, -1)).split(' ')[0]}
            </span>
          </Link>
          <p className="font-semibold">{name}</p>
          {next <= today.slice(0, 7) ? (
            <Link to={hrefFor(next)} className={step} preventScrollReset>
              <span className="sr-only">{nameOf(next)}</span>
              <span aria-hidden="true" className="mr-1">
                {nameOf(next).split(' ')[0]}
              </span>
              <span aria-hidden="true">→</span>
            </Link>
          ) : (
            <span className="w-16" />
          )}
        </div>
        <table className="w-full table-fixed border-collapse text-center">
          <caption className="sr-only">Kegiatan {name}</caption>
          <thead>
            <tr>
              {weekdays.map((day) => (
                <th key={day} scope="col" className="py-1 text-sm font-normal text-soft">
                  <span aria-hidden="true">{day.slice(0, 3)}</span>
                  <span className="sr-only">{day}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((day, at) => (
                  <td key={day ?? `kosong-${at}`} className="h-11 border border-line p-0">
                    {day && (
                      <Day
                        day={day}
                        isToday={day === today}
                        count={activities.filter(({ localDate }) => localDate === day).length}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {activities.length === 0 ? (
        <p className="text-soft lg:pt-12">Tidak ada kegiatan tercatat di {name}.</p>
      ) : (
        <ul className="divide-y divide-line self-start border-y border-line lg:mt-12">
          {activities.map(({ id, title, localDate, status }, at) => (
            <li
              key={id}
              // The first of a day is where the day leads to.
              id={activities[at - 1]?.localDate === localDate ? undefined : `tgl-${localDate}`}
              className="py-2 target:bg-teal-50"
            >
              <Link
                to={`/kelompok/${groupId}/kegiatan/${id}`}
                className="inline-flex min-h-11 items-center font-semibold [overflow-wrap:anywhere]"
              >
                {title}
              </Link>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
                {formatDate(localDate)}
                <Badge tone={activityStatusWords[status].tone}>{activityStatusWords[status].label}</Badge>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Day({ day, isToday, count }: { day: string; isToday: boolean; count: number }) {
  const number = Number(day.slice(8))
  const today = isToday ? 'font-bold underline decoration-2 underline-offset-4' : ''
  if (count === 0) return <span className={`text-soft ${today}`}>{number}</span>
  return (
    <a
      href={`#tgl-${day}`}
      className={`relative flex h-11 items-center justify-center bg-teal-700 font-semibold text-white no-underline hover:bg-teal-800 ${today}`}
    >
      {number}
      {count > 1 && (
        <span aria-hidden="true" className="absolute right-1 bottom-0 text-xs font-normal">
          {count}×
        </span>
      )}
      <span className="sr-only">: {count} kegiatan</span>
    </a>
  )
}

/** "November 2026". */
function nameOf(month: string): string {
  return formatDate(`${month}-01`).replace(/^1 /, '')
}
