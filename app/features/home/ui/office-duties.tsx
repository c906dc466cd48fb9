import { Figures } from '~/features/registration/ui/office-home-page'
import { Section } from '~/ui/page'
import type { OfficeDutiesRead } from '../office-duties.queries.server'

/** What reports, partnerships and events ask of the office. */
export function OfficeDuties({
  duties: { reports, ending, events, decisions },
}: {
  duties: OfficeDutiesRead
}) {
  return (
    <Section title="Laporan, kemitraan dan acara">
      <Figures
        figures={[
          { to: '/dinas/laporan/antrean', label: 'laporan menunggu diperiksa', many: reports },
          {
            to: '/dinas/kemitraan?keadaan=ending',
            label: 'kemitraan berakhir dalam 90 hari',
            many: ending,
          },
          { to: '/dinas/acara?status=invited', label: 'acara yang akan datang', many: events },
          { to: '/dinas/acara/keputusan', label: 'keputusan acara belum selesai', many: decisions },
        ]}
      />
    </Section>
  )
}
