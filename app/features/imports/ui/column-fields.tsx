import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { ActionButton, Form, SubmitButton } from '~/ui/form'
import { Section } from '~/ui/page'
import type { ListShape } from '../columns'

interface Props {
  shape: ListShape
  headers: string[]
  /** Guessed, or chosen before. */
  columns: Record<string, number | undefined>
  /** The first rows below the headings. */
  samples: string[][]
  version: number
  /** What was chosen when the form was refused. */
  typed: Record<string, unknown> | null | undefined
  /** Where nothing of the list is yet: "registri". */
  into: string
}

/** Which column holds what: guessed from the headings, shown with samples, to be put right by the officer. */
export function ColumnFields({ shape, headers, columns, samples, version, typed, into }: Props) {
  const again = typed?.intent === 'check' ? chosenBefore(typed.columns) : undefined
  const chosen = (field: string) => (again ? (again[field] ?? '') : String(columns[field] ?? ''))
  const sampleOf = (at: string) =>
    at === '' ? '' : samples.flatMap((cells) => cells[Number(at)] || []).join(', ')
  return (
    <Section title="Cocokkan kolom">
      <p className="mb-4 max-w-prose">
        Kami menebak dari judulnya. Periksa, ubah bila perlu, lalu periksa isinya. Belum ada yang masuk ke{' '}
        {into}.
      </p>
      <Form>
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="version" value={version} />
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          {shape.fields.map((field) => (
            <div key={field} className="min-w-0">
              <label htmlFor={`kolom-${field}`} className="mb-1 block font-semibold">
                {shape.words[field]}{' '}
                <span className="text-sm font-normal text-soft">({need(shape, field)})</span>
              </label>
              <select
                id={`kolom-${field}`}
                name={`columns.${field}`}
                defaultValue={chosen(field)}
                className="min-h-11 w-full rounded-md border border-edge bg-white px-3"
              >
                <option value="">Tidak ada di daftar</option>
                {headers.map((header, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <option key={at} value={at}>
                    {columnLetter(at)}: {header || '(tanpa judul)'}
                  </option>
                ))}
              </select>
              {sampleOf(chosen(field)) && (
                <p className="mt-1 truncate text-sm text-soft">Contoh isi: {sampleOf(chosen(field))}</p>
              )}
            </div>
          ))}
        </div>
        <div className="mt-6">
          <SubmitButton>Periksa isinya</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function need({ required }: ListShape, field: string): string {
  if (field === 'village') return 'wajib, kecuali ada kode desa'
  if (field === 'district') return 'bila ada desa yang namanya sama'
  return required.includes(field) ? 'wajib' : 'boleh kosong'
}

function chosenBefore(columns: unknown): Record<string, string> {
  if (typeof columns !== 'object' || columns === null) return {}
  return Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, String(at ?? '')]))
}

/** The same columns once more, after what the list is compared with has changed. */
export function CheckAgain({
  columns,
  version,
}: {
  columns: Record<string, number | undefined>
  version: number
}) {
  const chosen = Object.entries(columns).map(([field, at]) => [`columns.${field}`, String(at)])
  return (
    <ActionButton
      variant="quiet"
      values={{ intent: 'check', version: String(version), ...Object.fromEntries(chosen) }}
    >
      Periksa ulang
    </ActionButton>
  )
}
