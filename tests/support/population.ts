import type { Actor } from '~/features/identity/actor'
import { applyPopulation } from '~/features/population/decide-population.server'
import { PopulationImportId } from '~/features/population/population.schema'
import { uploadPopulation } from '~/features/population/upload-population.server'
import type { TestServices } from './services'

/** Uploads figures as a CSV file and answers the id of the import. */
export async function uploadFigures(
  services: TestServices,
  actor: Actor,
  lines: string[],
  about?: { year?: number },
): Promise<PopulationImportId> {
  const text = ['Kode wilayah;Jumlah penduduk;Penduduk usia 16-64', ...lines].join('\n')
  return uploadFigureFile(services, actor, new File([text], 'penduduk.csv'), about)
}

/** Uploads a file of figures and answers the id of the import. */
export async function uploadFigureFile(
  services: TestServices,
  actor: Actor,
  file: File,
  { year = 2026 }: { year?: number } = {},
): Promise<PopulationImportId> {
  const id = PopulationImportId.parse(services.newId())
  const source = 'Dukcapil Semester I 2026'
  await uploadPopulation(services, { actor, requestId: 'r', id, source, year, file })
  return id
}

/** Uploads figures and accepts them. */
export async function someFigures(services: TestServices, actor: Actor, lines: string[]): Promise<void> {
  const importId = await uploadFigures(services, actor, lines)
  await applyPopulation(services, { actor, requestId: 'r', importId, version: 1 })
}
