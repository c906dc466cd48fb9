import type { SubmissionResult } from '@conform-to/react'
import { Callout } from './callout'

/**
 * Why an act was refused, or nothing: all that its answer says, for a button whose form shows nothing itself.
 * `general` leaves out what is said about single fields, where a form on the page shows that.
 */
export function Refusal({
  result,
  general = false,
  title,
}: {
  result: SubmissionResult<string[]> | undefined
  general?: boolean
  title?: string
}) {
  const error = result?.error ?? {}
  const messages = (general ? error[''] : Object.values(error).flatMap((words) => words ?? [])) ?? []
  if (messages.length === 0) return null
  return (
    <Callout tone="bad" role="alert" title={title}>
      {messages.join(' ')}
    </Callout>
  )
}
