import { formatNumber } from '~/ui/format'

/** More lines than this are counted, not kept: a file of a million broken rows must not fill the memory. */
export const MAX_LINES = 200

/** What was found while reading, in the order of the files, as lines for a person. */
export class Findings {
  readonly #refusals: string[] = []
  readonly #cautions: string[] = []
  #refused = 0
  #cautioned = 0

  /** Stops the import. */
  refuse(line: string): void {
    this.#refused++
    if (this.#refusals.length < MAX_LINES) this.#refusals.push(line)
  }

  /** Is said; the import goes on. */
  caution(line: string): void {
    this.#cautioned++
    if (this.#cautions.length < MAX_LINES) this.#cautions.push(line)
  }

  get refused(): number {
    return this.#refused
  }

  /** Every finding under its heading; what was not kept is counted. */
  lines(): string[] {
    return [
      ...section('Salah', this.#refusals, this.#refused),
      ...section('Perlu dilihat', this.#cautions, this.#cautioned),
    ]
  }
}

function section(title: string, kept: string[], count: number): string[] {
  if (count === 0) return []
  const others = count > kept.length ? [`  dan ${formatNumber(count - kept.length)} lainnya.`] : []
  return [`${title} (${formatNumber(count)}):`, ...kept.map((line) => `  ${line}`), ...others]
}
