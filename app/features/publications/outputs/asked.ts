import type { ShownRegion } from '~/features/coverage/shown-region.queries.server'
import type { Services } from '~/platform/services'
import type { DocumentContent } from '../document'
import type { OutputParameters } from '../publications.schema'

/** What an output is to tell of. */
export interface Asked {
  region: ShownRegion
  parameters: OutputParameters
  /** The group whose own output it is. */
  groupId: string | null
}

/** Gathers what an output states. */
export type Collect = (services: Services, asked: Asked) => Promise<DocumentContent>
