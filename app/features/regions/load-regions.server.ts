import type { Services } from '~/platform/services'

/** Loads every region once; a second call changes nothing. */
export async function loadRegions(
  _services: Services,
  _say: (line: string) => void,
  _options: { provinces?: string[] } = {},
): Promise<void> {}
