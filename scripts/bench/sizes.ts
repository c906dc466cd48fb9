import type { Size } from './recipe'

/** One group for each village of the country, and the tenth of it. */
export const sizes: Record<'full' | 'tenth' | 'hundredth', Size> = {
  full: { name: 'full', groups: 83_762, activities: 1_000_000 },
  tenth: { name: 'tenth', groups: 8_376, activities: 100_000 },
  hundredth: { name: 'hundredth', groups: 838, activities: 10_000 },
}
