import { z } from 'zod'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import type { MappingImport } from './lists.server'

/** The bytes of a list as they came. */
export function readListFile(
  { storage }: Pick<Services, 'storage'>,
  { id, sha256 }: Pick<MappingImport, 'id' | 'sha256'>,
): Promise<Buffer> {
  // Lists were once kept among the files of all.
  return storage
    .apart(id)
    .read(sha256)
    .catch(() => storage.read(sha256))
}

const Payload = z.object({ importId: z.string() })

/** The job behind a list that was thrown away: its file goes too, with the contacts in it. */
export const removeListFile: JobHandler = async ({ storage }, payload) => {
  await storage.removeApart(Payload.parse(payload).importId)
}
