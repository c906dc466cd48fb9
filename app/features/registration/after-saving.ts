import { applicationPath, sectionPaths } from './registration.messages'
import { type Section, sections } from './registration.schema'

/** Where a person goes after saving a step: to the next one, or to the list of steps. */
export function afterSavingPath(applicationId: string, section: Section, after: 'next' | 'list'): string {
  const next = sections[sections.indexOf(section) + 1]
  if (after === 'list') return applicationPath(applicationId)
  return applicationPath(applicationId, next ? sectionPaths[next] : 'periksa')
}
