/** A page that an office opens often, below the area it belongs to. */
export interface AreaPage {
  to: string
  label: string
}

/** The work of an office in areas: the bar on top names the areas, the line below it the pages of the area one is in. */
export const officeAreas: { label: string; pages: AreaPage[] }[] = [
  {
    label: 'Data KIM',
    pages: [
      { to: '/dinas/kelompok', label: 'Daftar KIM' },
      { to: '/dinas/keaktifan', label: 'Keaktifan' },
      { to: '/dinas/pemetaan', label: 'Pemetaan' },
    ],
  },
]

/** True on the page itself and on the pages below it. */
export function isWithin(pathname: string, { to }: AreaPage): boolean {
  return pathname === to || pathname.startsWith(`${to}/`)
}
