import type { RouteConfig, RouteConfigEntry } from '@remix-run/route-config'

export interface Leaf {
  /** As in `routes.ts`, with a leading slash: `/kelompok/:groupId`. */
  path: string
  file: string
}

/** Every route of `routes.ts` that answers by itself. */
export function leaves(config: RouteConfig): Leaf[] {
  const entries: RouteConfigEntry[] = Array.isArray(config) ? config : []
  return entries.map(({ path = '', file }) => ({ path: `/${path}`, file }))
}
