import type { Services } from '~/platform/services'

/** Services of the example's own world: its clock stands where `at` puts it, its ids come from its own chance. */
export type World = Services & { at: (moment: number) => void }
