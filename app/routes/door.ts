import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '~/features/identity/actor'
import type { Permission } from '~/features/identity/permissions'
import type { Choice } from '~/platform/errors'
import type { Outflow } from '~/platform/http/outflow'
import type { Services } from '~/platform/services'

/**
 * Who may pass: everyone, anyone signed in, or the holders of a permission.
 * The rule says *what*; *where* is checked by the use case and stands in its query.
 */
export type Access = 'public' | 'signedIn' | { can: Permission }

type ActorFor<A extends Access> = A extends 'public' ? Actor | null : Actor

interface DoorOptions<A extends Access, P, Q> {
  access: A
  /** Parses the URL's parameters; what does not fit is a 404. */
  params?: z.ZodType<P>
  /** Parses the query string; give every field a `.catch`, so that a strange query shows a page. */
  query?: z.ZodType<Q>
}

export interface Door<A extends Access, P, Q> {
  params: P
  query: Q
  actor: ActorFor<A>
  services: Services
  request: Request
  /** For the audit trail and for support. */
  requestId: string
  /** Of the person's device as far as the trusted proxies tell. */
  clientAddress: string
  /** The way out, for a file that is made while it is sent (`fileResponse`). */
  outflow: () => Outflow
}

interface FormDoorOptions<A extends Access, P, Q, S extends z.ZodType> extends DoorOptions<A, P, Q> {
  /** Parses the form; its messages are shown at the fields. */
  schema: S
}

/** What a form's action answers when the form is shown again: conform's result, every typed value kept. */
export interface FormAnswer {
  result: SubmissionResult<string[]>
  /** What the person may have meant, to be chosen from. */
  choices?: Choice[]
}

/**
 * Makes a loader that declares its access.
 * The server half is imported when it runs: a builder at module top level must not pull it into the browser.
 */
export function pageLoader<A extends Access, T, P = Record<string, never>, Q = Record<string, never>>(
  options: DoorOptions<A, P, Q>,
  work: (door: Door<A, P, Q>) => Promise<T> | T,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => {
    const { openDoor } = await import('./door.server')
    return openDoor(options, work, args)
  }
  return Object.assign(loader, { access: options.access })
}

/**
 * Makes an action that declares its access, checks the form token, parses the form, and shows it again
 * with words and with everything typed when it is refused.
 * `work` answers with a redirect, or with nothing to show the page again.
 */
export function formAction<
  A extends Access,
  S extends z.ZodType,
  P = Record<string, never>,
  Q = Record<string, never>,
>(
  options: FormDoorOptions<A, P, Q, S>,
  work: (door: Door<A, P, Q> & { value: z.output<S>; form: FormData }) => Promise<Response>,
) {
  const action = async (args: ActionFunctionArgs): Promise<FormAnswer> => {
    const { openFormDoor } = await import('./door.server')
    return openFormDoor(options, work, args)
  }
  return Object.assign(action, { access: options.access })
}

/** Makes an action like `formAction` for a script that waits for JSON; a refusal answers `{ message }`. */
export function jsonAction<
  A extends Access,
  S extends z.ZodType,
  P = Record<string, never>,
  Q = Record<string, never>,
>(
  options: FormDoorOptions<A, P, Q, S>,
  work: (door: Door<A, P, Q> & { value: z.output<S>; form: FormData }) => Promise<Response>,
) {
  const action = async (args: ActionFunctionArgs): Promise<Response> => {
    const { openJsonDoor } = await import('./door.server')
    return openJsonDoor(options, work, args)
  }
  return Object.assign(action, { access: options.access })
}

/** Makes a loader for probes and other machines: open to everyone, and nobody's session is read. */
export function probeLoader(work: (services: Services) => Promise<Response>) {
  const loader = ({ context }: LoaderFunctionArgs): Promise<Response> => work(context.services)
  return Object.assign(loader, { access: 'public' as const })
}
