import { columnLetter } from '~/platform/spreadsheet'
import { Form, SubmitButton } from '~/ui/form'
import { Section } from '~/ui/page'
import { fieldWords } from '../imports.messages'
import type { ImportScreen } from '../imports.queries.server'
import { type ImportField, importFields } from '../imports.schema'

interface Props {
  screen: Pick<ImportScreen, 'headers' | 'mapping' | 'samples' | 'version'>
  /** What was chosen when the form was refused. */
  typed: Record<string, unknown> | null | undefined
}

const needed: Partial<Record<ImportField, string>> = {
  village: 'wajib, kecuali ada kode desa',
  district: 'bila ada desa yang namanya sama',
  name: 'wajib',
  chairName: 'wajib',
}

/** Which column holds what: guessed from the headings, shown with samples, to be put right by the officer. */
export function MappingFields({ screen, typed }: Props) {
  const { headers, mapping, samples } = screen
  const options = headers.map((header, at) => ({
    value: String(at),
    label: `${columnLetter(at)}: ${header || '(tanpa judul)'}`,
  }))
  const chosen = (field: ImportField) => {
    const again = typed?.intent === 'check' ? typed[field] : undefined
    if (typed?.intent === 'check') return typeof again === 'string' ? again : ''
    return mapping[field] === undefined ? '' : String(mapping[field])
  }
  const sampleOf = (at: string) =>
    at === ''
      ? ''
      : samples
          .map((cells) => cells[Number(at)] ?? '')
          .filter(Boolean)
          .join(', ')
  return (
    <Section title="Cocokkan kolom">
      <p className="mb-4 max-w-prose">
        Kami menebak dari judulnya. Periksa, ubah bila perlu, lalu periksa isinya. Belum ada yang masuk ke
        registri.
      </p>
      <Form>
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="version" value={screen.version} />
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          {importFields.map((field) => (
            <div key={field} className="min-w-0">
              <label htmlFor={`kolom-${field}`} className="mb-1 block font-semibold">
                {fieldWords[field]}{' '}
                <span className="text-sm font-normal text-soft">({needed[field] ?? 'boleh kosong'})</span>
              </label>
              <select
                id={`kolom-${field}`}
                name={field}
                defaultValue={chosen(field)}
                className="min-h-11 w-full rounded-md border border-edge bg-white px-3"
              >
                <option value="">Tidak ada di daftar</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
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
