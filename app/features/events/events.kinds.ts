/** Forum, bimbingan teknis, sosialisasi, rapat koordinasi. */
export const eventKinds = ['forum', 'training', 'outreach', 'coordination', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

export const invitationReplies = ['accepted', 'declined'] as const
export type InvitationReply = (typeof invitationReplies)[number]

/** How it was noticed that someone is there. */
export const presenceWays = ['qr', 'code', 'list', 'walk_in'] as const
export type PresenceWay = (typeof presenceWays)[number]

/** Which groups an invitation looks for; of all states and topics where there is none. */
export interface InvitationCriteria {
  /** A code of any level inside the office's own region; `00` for the country. */
  regionCode: string
  activity: 'active' | 'less_active' | 'dormant' | 'never' | null
  /** With a confirmed activity on it in the last twelve months. */
  topic?: string | undefined
  /** True when groups were ticked one by one. */
  chosen: boolean
}

/** What an attendance certificate states, as it stood when it was issued. */
export interface AttendanceFacts {
  number: string
  name: string
  groupName: string | null
  title: string
  kind: EventKind
  /** Local dates of the first and the last day. */
  from: string
  until: string
  venue: string
  office: string
  /** Where and when it is dated. */
  place: string
  issuedOn: string
  verifyUrl: string
}

/** The questions to those who attended; ours, not from a regulation. */
export const evaluationQuestions = ['usefulness', 'clarity', 'materials', 'organisation'] as const
export type EvaluationQuestion = (typeof evaluationQuestions)[number]

/** Below this many answers only their number is shown: nobody's answer can be guessed. */
export const LEAST_ANSWERS = 5
