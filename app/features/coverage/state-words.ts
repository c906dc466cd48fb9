import type { ActivityState } from './activity-state'

export const stateWords: Record<ActivityState, string> = {
  active: 'Aktif',
  less_active: 'Kurang aktif',
  dormant: 'Vakum',
}
