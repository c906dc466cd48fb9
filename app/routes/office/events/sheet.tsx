import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officeDoorScreen } from '~/features/events/door.queries.server'
import { whenWords } from '~/features/events/events.messages'
import { EventId } from '~/features/events/events.schema'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { Page } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'

export const meta = () => [{ title: 'Daftar hadir · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'event.manage' }, params: z.object({ eventId: EventId }) },
  ({ params, actor, services }) => officeDoorScreen(services, actor, params.eventId, ''),
)

/** Empty lines for those who come without being registered. */
const SPARE = Array.from({ length: 10 }, (_, at) => at + 1)

/** The list for a door without a line: names, codes and room to sign; entered afterwards on the attendance page. */
export default function AttendanceSheet() {
  const { event, people } = useLoaderData<typeof loader>()
  const cell = 'border border-edge px-2 py-2.5 text-left align-top'
  return (
    <Page
      wide
      title="Daftar hadir"
      lead={`${event.title}. ${whenWords(event)}, ${event.venue ?? 'daring'}.`}
      back={{ to: `/dinas/acara/${event.id}/hadir`, label: 'Kehadiran' }}
      actions={<PrintButton />}
    >
      <p className="no-print mb-4 max-w-prose text-soft">
        Cetak sebelum berangkat bila di tempat acara tidak ada sinyal. Sesudahnya centang nama yang bertanda
        tangan di halaman Kehadiran, sekaligus dalam satu formulir.
      </p>
      {people.length === 0 && (
        <EmptyState title="Belum ada nama">
          Nama muncul begitu KIM menjawab undangan. Baris kosong di bawah tetap dapat dipakai.
        </EmptyState>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls sideways must be reached by keyboard */}
      <section aria-label="Daftar hadir" tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">Daftar hadir dengan tempat tanda tangan</caption>
          <thead>
            <tr>
              {['No.', 'Nama', 'Asal', 'Kode', 'Tanda tangan'].map((head) => (
                <th key={head} scope="col" className={cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name, group, origin, code }, at) => (
              <tr key={id}>
                <td className={cell}>{at + 1}</td>
                <td className={cell}>{name}</td>
                <td className={cell}>{group ?? origin}</td>
                <td className={`${cell} font-mono`}>{code}</td>
                <td className={`${cell} w-1/4`} />
              </tr>
            ))}
            {SPARE.map((at) => (
              <tr key={at}>
                <td className={cell}>{people.length + at}</td>
                <td className={cell} />
                <td className={cell} />
                <td className={cell} />
                <td className={cell} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  )
}
