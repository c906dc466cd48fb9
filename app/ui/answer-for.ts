import type { SubmissionResult } from '@conform-to/react'

/** What a form's action answers when the page is shown again. */
export type Answer = { result: SubmissionResult<string[]> } | undefined

/** The answer to one of several forms of a page, told apart by their `intent`; the others start fresh. */
export function answerFor(answer: Answer, intent: string): SubmissionResult<string[]> | undefined {
  return answer?.result.initialValue?.intent === intent ? answer.result : undefined
}
