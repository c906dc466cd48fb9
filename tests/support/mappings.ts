import { and, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { addRow } from '~/features/mapping/add-row.server'
import { uploadList } from '~/features/mapping/lists.server'
import {
  MappingId,
  MappingImportId,
  MappingRowId,
  NewMappingForm,
  NewRowForm,
} from '~/features/mapping/mapping.schema'
import { openMapping } from '~/features/mapping/open-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { anOfficerOf } from './activities'
import type { TestServices } from './services'

/** A planned mapping of a regency. */
export async function aPlannedMapping(services: TestServices, actor: Actor, regencyCode: string) {
  const id = MappingId.parse(services.newId())
  const value = NewMappingForm.parse({
    id,
    regencyCode,
    title: 'Pemetaan 2026',
    beginsOn: '2026-11-01',
    endsOn: '2026-12-31',
  })
  await openMapping(services, { actor, value })
  return id
}

/** Fields of a candidate as a surveyor types them. */
export function aCandidate(villageCode: string, typed: Record<string, string> = {}) {
  return {
    villageCode,
    name: 'Karang Taruna Bina Muda',
    class: 'b',
    kindCode: 'karang-taruna',
    followUp: 'form',
    ...typed,
  }
}

/** Stores a candidate and answers its id. */
export async function addCandidate(
  services: TestServices,
  actor: Actor,
  mappingId: MappingId,
  villageCode: string,
  typed: Record<string, string> = {},
) {
  const id = MappingRowId.parse(services.newId())
  const value = NewRowForm.parse({ id, ...aCandidate(villageCode, typed) })
  await addRow(services, { actor, mappingId, value })
  return id
}

/** A running mapping of the village's regency with one candidate in the village. */
export async function aRunningMapping(services: TestServices, villageCode: string) {
  const actor = await anOfficerOf(services, villageCode.slice(0, 4))
  const mappingId = await aPlannedMapping(services, actor, villageCode.slice(0, 4))
  await startMapping(services, { actor, mappingId, version: 1 })
  const rowId = await addCandidate(services, actor, mappingId, villageCode)
  return { actor, mappingId, rowId }
}

const HEADINGS = 'Desa;Kecamatan;Nama kelompok;Jenis;Kelas;Usulan;HP atau e-mail'

/** Uploads a list of lines below the usual headings. */
export async function uploadedList(
  services: TestServices,
  actor: Actor,
  mappingId: MappingId,
  lines: string[],
  headings = HEADINGS,
) {
  const file = new File([[headings, ...lines].join('\r\n')], 'daftar.csv')
  return uploadedFile(services, actor, mappingId, file)
}

export async function uploadedFile(services: TestServices, actor: Actor, mappingId: MappingId, file: File) {
  const id = MappingImportId.parse(services.newId())
  await uploadList(services, { actor, mappingId, id, file })
  return id
}

/** The names of the rows that count, in order. */
export async function livingNames(services: TestServices, mappingId: string): Promise<string[]> {
  const { mappingRows } = services.store.tables
  const rows = await services.store.read
    .select({ name: mappingRows.name })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, mappingId), eq(mappingRows.state, 'live')))
  return rows.map(({ name }) => name).sort()
}
