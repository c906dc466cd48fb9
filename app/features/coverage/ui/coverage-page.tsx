import type { ReactNode } from 'react'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { compareHref, downloadHref, listHref } from '../coverage-address'
import { lists } from '../list-kinds'
import type { Measure } from '../measure'
import { measures } from '../measures'
import type { RegionPage } from '../region-page.server'
import { CoverageFigure } from './coverage-map'
import { CoverageNotes } from './coverage-notes'
import { CutOffForm } from './cut-off-form'
import { MeasureFacts } from './measure-facts'
import { MeasureLinks } from './measure-links'
import { RegionPath } from './region-path'
import { RegionTable } from './region-table'
import { Trend } from './trend'
import { VillageMosaic } from './village-mosaic'

/** The coverage of the country, a province, a regency or a district: map or mosaic, table, trend and definitions. */
export function CoveragePage({ page, children }: { page: RegionPage; children?: ReactNode }) {
  const { screen, map, linked, found } = page
  const { region, cutOff, limits, numbers, below, belowWords, trend, villages } = screen
  const measure: Measure = measures[page.measure]
  const { code } = region
  const chosen = { measure: measure.key, date: linked }
  return (
    <>
      <p className="hidden px-6 text-sm font-semibold print:block">
        Simpul KIM, registri Komunitas Informasi Masyarakat
      </p>
      <RegionPath region={region} chosen={chosen} />
      <Page
        wide
        title={`Peta KIM ${region.name}`}
        lead={
          <>
            Di mana KIM hidup dan di mana belum ada, per <strong>{formatDate(cutOff.date)}</strong>
            {linked === undefined && ' (hari ini)'}.
          </>
        }
        actions={<Actions code={code} chosen={chosen} />}
      >
        <MeasureLinks code={code} numbers={numbers} current={measure.key} date={linked} />
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem] print:block">
          <div className="min-w-0 space-y-8">
            {map && <CoverageFigure map={map} measure={measure} />}
            {villages && region.level === 'district' && (
              <VillageMosaic districts={villages} named measure={measure.key} date={linked} found={found} />
            )}
          </div>
          <div className="print:mt-4">
            <MeasureFacts
              code={code}
              measure={measure}
              numbers={numbers}
              date={cutOff.date}
              linked={linked}
              activeDays={limits.active}
            />
            <div className="no-print mt-6 border-t border-line pt-5">
              <CutOffForm code={code} measure={measure.key} cutOff={cutOff} />
            </div>
          </div>
        </div>
        {children}
        {villages && region.level === 'regency' && (
          <Section title="Desa demi desa">
            <VillageMosaic
              districts={villages}
              named={false}
              measure={measure.key}
              date={linked}
              found={found}
            />
          </Section>
        )}
        <Section title={`Angka per ${belowWords.toLowerCase()}`}>
          <RegionTable
            code={code}
            name={region.name}
            numbers={numbers}
            below={below}
            belowWords={belowWords}
            measure={measure.key}
            date={linked}
          />
          <p className="mt-3 flex flex-wrap gap-x-6 text-sm">
            <Link to={listHref(code, 'desa-tanpa-kim', linked)} className="inline-flex min-h-11 items-center">
              {formatNumber(lists['desa-tanpa-kim'].count(numbers))} desa belum punya KIM
            </Link>
            <Link
              to={listHref(code, 'kecamatan-tanpa-aktif', linked)}
              className="inline-flex min-h-11 items-center"
            >
              {formatNumber(lists['kecamatan-tanpa-aktif'].count(numbers))} kecamatan tanpa KIM aktif
            </Link>
            <Link to={listHref(code, 'kim-vakum', linked)} className="inline-flex min-h-11 items-center">
              {formatNumber(lists['kim-vakum'].count(numbers))} KIM vakum
            </Link>
          </p>
        </Section>
        <Section title={`${measure.name}, 24 bulan terakhir`}>
          {measure.todayOnly ? (
            <p className="max-w-prose">
              Untuk ukuran ini portal hanya tahu keadaan hari ini; keadaan pada akhir bulan yang lalu tidak
              disimpan, jadi tidak ada gambarnya.
            </p>
          ) : (
            <Trend code={code} measure={measure} points={trend} date={cutOff.date} today={cutOff.today} />
          )}
        </Section>
        <Section title="Arti angka-angka ini">
          <CoverageNotes activeDays={limits.active} lessActiveDays={limits.lessActive} />
        </Section>
      </Page>
    </>
  )
}

function Actions({
  code,
  chosen,
}: {
  code: string
  chosen: { measure: RegionPage['measure']; date: string | undefined }
}) {
  const link = 'inline-flex min-h-11 items-center px-1'
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <Link to={compareHref({ a: code, ...chosen })} className={link}>
        Bandingkan
      </Link>
      <a href={downloadHref(code, 'csv', chosen)} className={link}>
        Unduh CSV
      </a>
      <a href={downloadHref(code, 'xlsx', chosen)} className={link}>
        Unduh XLSX
      </a>
    </p>
  )
}
