import { z } from 'zod'

export const PartnershipId = z.uuid().brand<'PartnershipId'>()
export type PartnershipId = z.infer<typeof PartnershipId>

/** What binds the two: nota kesepahaman, perjanjian kerja sama, SK, or nothing in writing. */
export const partnershipKinds = ['memorandum', 'agreement', 'decree', 'informal'] as const
export type PartnershipKind = (typeof partnershipKinds)[number]

/** Where the money comes from; village_fund: dana desa, own: swadaya. */
export const fundingSources = [
  'apbd_regency',
  'apbd_province',
  'apbn',
  'village_fund',
  'own',
  'partner',
  'other',
  'none',
] as const
export type FundingSource = (typeof fundingSources)[number]

/** How far a side kept what it promised. */
export const keptGrades = ['full', 'partly', 'little'] as const
export type KeptGrade = (typeof keptGrades)[number]

/** What should become of the partnership. */
export const outlooks = ['continue', 'change', 'stop'] as const
export type Outlook = (typeof outlooks)[number]

/** What both sides said about a year. */
export interface AssessmentContent {
  officeKept: KeptGrade
  partnerKept: KeptGrade
  officeSays: string
  /** What the partner said, and who said it. */
  partnerSays: string | null
  partnerSpeaker: string | null
  outlook: Outlook
}
