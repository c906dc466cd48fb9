/** Months that end with the one of a date, `yyyy-mm`, in order. */
export function lastMonths(today: string, many = 12): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: many }, (_, at) =>
    new Date(Date.UTC(year, month - many + at, 1)).toISOString().slice(0, 7),
  )
}
