import { MonthBars } from '~/ui/chart/month-bars'
import { formatAge, formatNumber } from '~/ui/format'
import type { registrarDashboard } from '../registrar-dashboard.queries.server'

/** What waits by age and what was activated by month, above the list of names. */
export function RegistrarFigures({
  dashboard,
}: {
  dashboard: Awaited<ReturnType<typeof registrarDashboard>>
}) {
  const { waiting, oldest, now, months } = dashboard
  const ages = [
    { label: 'paling lama 7 hari', many: waiting.week },
    { label: '8 sampai 30 hari', many: waiting.month },
    { label: 'lebih dari 30 hari', many: waiting.longer },
  ]
  return (
    <section aria-label="Ringkasan" className="mb-8 grid gap-8 lg:grid-cols-2">
      <div>
        <h2 className="mb-2 text-lg">Menunggu diaktifkan</h2>
        <dl className="divide-y divide-line border-y border-line">
          {ages.map(({ label, many }) => (
            <div key={label} className="flex items-baseline justify-between gap-4 py-2.5">
              <dt>{label}</dt>
              <dd
                className={`text-2xl font-semibold ${label.startsWith('lebih') && many > 0 ? 'text-amber-700' : ''}`}
              >
                {formatNumber(many)}
              </dd>
            </div>
          ))}
        </dl>
        {oldest !== null && (
          <p className="mt-2 text-sm text-soft">Yang tertua menunggu {formatAge(oldest, now)}.</p>
        )}
      </div>
      <MonthBars title="Nama yang diaktifkan per bulan" value="Diaktifkan" drawing={months} />
    </section>
  )
}
