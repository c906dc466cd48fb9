import type { Instant } from '~/platform/clock'

/** What a region owes. */
export interface Duties {
  /** Reports of the latest period whose day has passed; see `reportingRates`. */
  expected: number
  actual: number
  onTime: number
  dormant: number
  /** Its regencies by their newest mapping; of a regency itself, one. */
  regencies: number
  settled: number
  running: number
  planned: number
}

/** What the board says of one region: a regency of a province or a province of the country. */
export interface BoardRow extends Duties {
  code: string
  /** "Kabupaten Mimika". */
  name: string
  villages: number
  villagesWithGroup: number
  groups: number
  activeGroups: number
  /** Applications that an office has in hand. */
  open: number
  /** When the one that waits longest was sent. */
  oldestAt: Instant | null
  late: number
  /** Late by as long again as the office was given. */
  twiceLate: number
  /** Decisions of the last 90 days, and the median of the whole days that they took. */
  decided: number
  medianDays: number | null
  /** Partnerships of its offices that are in force, those of them that end within 90 days, and those that are proposed. */
  partnerships: number
  ending: number
  proposed: number
  /** The latest between the reader's office and the office there; null when there was none. */
  lastContact: Contact | null
}

export interface Contact {
  at: Instant
  /** The event that it was; null when it was a note or an answer. */
  eventId: string | null
}

/** What definitions say beside the figures. */
export interface BoardTerms {
  /** Up to how many days after its latest activity a group is active. */
  activeDays: number
  /** The period of the reports, in words and as addresses name it. */
  period: { words: string; code: string }
  /** Of the region of the reader's office. */
  officeCode: string
}

/** After so many days without a word an office has not been in touch. */
export const CONTACT_DAYS = 90
