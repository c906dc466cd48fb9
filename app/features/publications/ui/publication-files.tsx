import { formatBytes } from '~/ui/format'
import { fileFormats, type PublicationFiles } from '../publications.schema'

const formatWords = {
  pdf: { label: 'PDF', use: 'untuk dicetak dan ditandatangani' },
  xlsx: { label: 'Excel (XLSX)', use: 'untuk dihitung lagi' },
  csv: { label: 'CSV', use: 'untuk program lain' },
}

/** The files of a snapshot to download, with what each is for. */
export function PublicationFileLinks({ id, files }: { id: string; files: PublicationFiles }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {fileFormats.map((format) => (
        <li key={format} className="flex flex-wrap items-center justify-between gap-x-4">
          <a
            href={`/rekap/${id}/${format}`}
            download
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Unduh {formatWords[format].label}
          </a>
          <span className="text-sm text-soft">
            {formatWords[format].use}, {formatBytes(files[format].bytes)}
          </span>
        </li>
      ))}
    </ul>
  )
}
