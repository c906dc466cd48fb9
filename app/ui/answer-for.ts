import type { SubmissionResult } from '@conform-to/react'

/** The answer to one of several forms of a page, told apart by their `intent`; the others start fresh. */
export function answerFor(
  answer: { result: SubmissionResult<string[]> } | undefined,
  intent: string,
): SubmissionResult<string[]> | undefined {
  return answer?.result.initialValue?.intent === intent ? answer.result : undefined
}
