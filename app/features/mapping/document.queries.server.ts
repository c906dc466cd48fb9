import type { Actor } from '~/features/identity/actor'
import { jobProgress } from '~/platform/jobs/progress'
import type { Services } from '~/platform/services'
import { findMapping } from './find-mapping.server'
import type { MappingId } from './mapping.schema'
import { documentJob } from './settle-mapping.server'

/** The document of a settled mapping; null until it is drawn. @throws not_found also outside the actor's reach */
export async function mappingDocument(services: Services, actor: Actor, mappingId: MappingId) {
  const { store } = services
  const found = await findMapping({ db: store.read, tables: store.tables }, actor, mappingId)
  if (!found.sha256 || !found.bytes) return null
  return { number: found.number ?? '', sha256: found.sha256, bytes: found.bytes }
}

/** How far the drawing of a document has come. */
export async function documentProgress({ store }: Services, mappingId: string) {
  return (await jobProgress(store, documentJob(mappingId))) ?? null
}
