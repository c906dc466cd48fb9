/** A page that an office opens often, below the area it belongs to. */
export interface AreaPage {
  to: string
  label: string
  /** Only for an office that leads others: of a province or of the nation. */
  leads?: true
}

/** The work of an office in areas: the bar on top names the areas, the line below it the pages of the area one is in. */
const officeAreas: { label: string; pages: AreaPage[] }[] = [
  {
    label: 'Data KIM',
    pages: [
      { to: '/dinas/kelompok', label: 'Daftar KIM' },
      { to: '/dinas/keaktifan', label: 'Keaktifan' },
    ],
  },
  {
    label: 'Kemitraan',
    pages: [
      { to: '/dinas/pemetaan', label: 'Pemetaan' },
      { to: '/dinas/mitra', label: 'Mitra' },
      { to: '/dinas/kemitraan', label: 'Kemitraan' },
      { to: '/dinas/acara', label: 'Acara' },
    ],
  },
  {
    label: 'Laporan',
    pages: [
      { to: '/dinas/laporan', label: 'Laporan berkala' },
      { to: '/dinas/rekap', label: 'Rekap dan dokumen' },
      { to: '/dinas/penduduk', label: 'Angka penduduk' },
    ],
  },
  {
    label: 'Koordinasi',
    pages: [
      { to: '/dinas/papan', label: 'Papan', leads: true },
      { to: '/dinas/koordinasi', label: 'Catatan' },
    ],
  },
]

/** The areas with the pages that an office may open. */
export function areasFor({ leads }: { leads: boolean }) {
  return officeAreas.map(({ label, pages }) => ({
    label,
    pages: pages.filter((page) => leads || !page.leads),
  }))
}

/** True on the page itself and on the pages below it. */
export function isWithin(pathname: string, { to }: AreaPage): boolean {
  return pathname === to || pathname.startsWith(`${to}/`)
}
