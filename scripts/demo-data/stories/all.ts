import { healthStories } from './health'
import { learningStories } from './learning'
import { livelihoodStories } from './livelihood'
import type { Story } from './story'
import { villageLifeStories } from './village-life'

/** The daily life of groups, over the year. Another order makes another example. */
export const stories: Story[] = [
  ...healthStories,
  ...livelihoodStories,
  ...learningStories,
  ...villageLifeStories,
]
