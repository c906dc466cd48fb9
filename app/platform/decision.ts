import { AppError, type ErrorStatus } from './errors'

/** A policy's answer: yes, or no with the error that explains it. */
export type Decision = { allowed: true } | { allowed: false; error: AppError }

export const allow: Decision = { allowed: true }

/** No, and why, in words for the person who asked; `field` is the form field that the reason belongs to. */
export function deny(code: string, status: ErrorStatus, message: string, field?: string): Decision {
  return { allowed: false, error: new AppError(code, status, message, field) }
}

/** Throws the reason of a refusal. */
export function assertAllowed(decision: Decision): void {
  if (!decision.allowed) throw decision.error
}
