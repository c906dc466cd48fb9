import type { ReactNode } from 'react'
import { formatBytes } from '~/ui/format'

interface Material {
  id: string
  title: string
  mime: string
  bytes: number
}

/** The files of an event; `after` stands beside each. */
export function MaterialList({
  materials,
  folder,
  after,
}: {
  materials: Material[]
  /** Where the reader may open them: `/acara/materi`, or below a ticket. */
  folder: string
  after?: (material: Material) => ReactNode
}) {
  return (
    <ul className="divide-y divide-line">
      {materials.map((material) => (
        <li key={material.id} className="flex flex-wrap items-center justify-between gap-x-6">
          {/* A plain link: a file is no page for the router. */}
          <a
            href={`${folder}/${material.id}`}
            className="inline-flex min-h-11 items-center font-semibold [overflow-wrap:anywhere]"
          >
            {material.title}
          </a>
          <span className="flex items-center gap-4 text-sm text-soft">
            {material.mime === 'application/pdf' ? 'PDF' : 'Gambar'}, {formatBytes(material.bytes)}
            {after?.(material)}
          </span>
        </li>
      ))}
    </ul>
  )
}
