import { z } from 'zod'
import { documentKinds } from '~/features/documents/documents.schema'
import type { Contact, GroupScope, IssuerKind, Post } from '~/features/groups/groups.schema'

export const ApplicationId = z.uuid().brand<'ApplicationId'>()
export type ApplicationId = z.infer<typeof ApplicationId>

export const sections = ['identity', 'formation', 'board', 'contact'] as const
export type Section = (typeof sections)[number]

/** What the office accepts or marks: each section and each document. */
export const reviewItems = [...sections, ...documentKinds] as const
export type ReviewItem = (typeof reviewItems)[number]

export interface IdentityAnswers {
  scope: GroupScope
  scopeNote?: string
  /** Local date, yyyy-mm-dd. */
  foundedOn?: string
  address?: string
  latitude?: number
  longitude?: number
}

export interface FormationAnswers {
  meetingOn?: string
  meetingMinutes?: string
  decreeNumber?: string
  decreeDate?: string
  decreeIssuerKind?: IssuerKind
  decreeIssuerName?: string
  decreeValidUntil?: string
}

export interface BoardAnswers {
  members: { name: string; post: Post }[]
  /** All named are at least 18 years old: the applicant's word. */
  adultsAttested: boolean
}

/** What has been saved so far; a section that is not there has not been opened. */
export interface Answers {
  identity: IdentityAnswers
  formation?: FormationAnswers
  board?: BoardAnswers
  contact?: Contact
}
