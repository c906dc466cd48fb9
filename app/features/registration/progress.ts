import type { DocumentKind } from '~/features/documents/documents.schema'
import type { Verdict } from './applicant.policy'
import { type Missing, missingIn } from './completeness'
import { type Answers, type ReviewItem, type Section, sections } from './registration.schema'
import type { ApplicationStatus } from './registration.state'

/** Which documents belong to which step. */
const itemsOfSection: Record<Section, readonly ReviewItem[]> = {
  identity: ['identity'],
  formation: ['formation', 'decree', 'minutes', 'statutes'],
  board: ['board'],
  contact: ['contact'],
}

export type StepState = 'complete' | 'incomplete' | 'needs_fix' | 'corrected' | 'accepted' | 'sent'

export interface Step {
  section: Section
  state: StepState
  /** What is still to be filled in, in words. */
  missing: string[]
  /** What the office asked to put right, and has not been saved since. */
  fixes: { item: ReviewItem; reason: string }[]
}

interface Given {
  status: ApplicationStatus
  answers: Answers
  documents: DocumentKind[]
  verdicts: Verdict[]
}

/** How far each step of an application is, in the order of the steps. */
export function progressOf(given: Given): Step[] {
  const missing = missingIn(given.answers, given.documents)
  return sections.map((section) => stepOf(section, given, missing))
}

function stepOf(section: Section, { status, verdicts }: Given, allMissing: Missing[]): Step {
  const missing = allMissing.filter((one) => one.section === section).map(({ words }) => words)
  const own = verdicts.filter(({ item }) => itemsOfSection[section].includes(item))
  const fixes =
    status === 'returned'
      ? own.flatMap(({ item, verdict, reason }) =>
          verdict === 'needs_fix' ? [{ item, reason: reason ?? '' }] : [],
        )
      : []
  const step = { section, missing, fixes }
  if (status === 'draft') return { ...step, state: missing.length > 0 ? 'incomplete' : 'complete' }
  if (fixes.length > 0) return { ...step, state: 'needs_fix' }
  if (status === 'returned' && missing.length > 0) return { ...step, state: 'incomplete' }
  if (own.some(({ verdict }) => verdict === 'corrected')) return { ...step, state: 'corrected' }
  const accepted = own.length > 0 && own.every(({ verdict }) => verdict === 'accepted')
  return { ...step, state: status === 'approved' || accepted ? 'accepted' : 'sent' }
}

/** True when nothing keeps it from being sent. */
export function readyToSend(steps: Step[]): boolean {
  return steps.every(({ missing, fixes }) => missing.length === 0 && fixes.length === 0)
}
