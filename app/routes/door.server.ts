import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import type { z } from 'zod'
import { type Actor, may } from '~/features/identity/actor'
import { findActor } from '~/features/identity/sessions.server'
import { type Choice, isAppError, notFound } from '~/platform/errors'
import { guestCookie, sessionCookie } from '~/platform/http/cookies.server'
import { CSRF_FIELD, csrfMatches, csrfToken } from '~/platform/http/csrf.server'
import { readForm } from '~/platform/http/form-data.server'
import { maskPath } from '~/platform/log/mask-path'
import type { Access, Door, FormAnswer } from './door'

interface Options<P, Q> {
  access: Access
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
}

/** For what no form of the portal sends, where the schema has no words of its own. */
const UNREADABLE = 'Isian ini tidak dapat dibaca. Muat halaman ini lagi, lalu coba sekali lagi.'

/** Runs a loader behind its access rule. */
export async function openDoor<A extends Access, T, P, Q>(
  options: Options<P, Q> & { access: A },
  work: (door: Door<A, P, Q>) => Promise<T> | T,
  args: LoaderFunctionArgs,
): Promise<T> {
  try {
    return await work(await pass(options, args))
  } catch (error) {
    throw asResponse(error, args)
  }
}

/** Runs an action behind its access rule, the form token and the form's schema. */
export async function openFormDoor<A extends Access, S extends z.ZodType, P, Q>(
  options: Options<P, Q> & { access: A; schema: S },
  work: (door: Door<A, P, Q> & { value: z.output<S>; form: FormData }) => Promise<Response>,
  args: ActionFunctionArgs,
): Promise<FormAnswer> {
  try {
    const door = await pass(options, args)
    const form = await readForm(args.request)
    const submission = parseWithZod(form, { schema: options.schema, error: () => UNREADABLE })
    // A password goes one way only: it is neither shown again nor written into the page's data.
    const hideFields = [...form.keys()].filter((name) => /password/i.test(name))
    const refuse = (
      status: number,
      message: string,
      fields: Record<string, string> | undefined = undefined,
      choices: Choice[] | undefined = undefined,
    ) =>
      data(
        {
          result: submission.reply({
            hideFields,
            ...(fields
              ? {
                  fieldErrors: Object.fromEntries(
                    Object.entries(fields).map(([name, words]) => [name, [words]]),
                  ),
                }
              : { formErrors: [message] }),
          }),
          ...(choices ? { choices } : {}),
        },
        status,
      ) as unknown as FormAnswer
    if (!(await tokenMatches(args, form))) {
      return refuse(
        403,
        'Formulir ini sudah terlalu lama terbuka. Isian Anda masih ada; silakan kirim sekali lagi.',
      )
    }
    if (submission.status !== 'success') {
      return data({ result: submission.reply({ hideFields }) }, 422) as unknown as FormAnswer
    }
    try {
      // A redirect leaves by the same way as an answer: Remix tells them apart.
      return (await work({ ...door, value: submission.value, form })) as unknown as FormAnswer
    } catch (error) {
      if (isAppError(error) && error.status !== 404) {
        const { status, message, field, fieldMessages, choices } = error
        return refuse(status, message, fieldMessages ?? (field ? { [field]: message } : undefined), choices)
      }
      throw error
    }
  } catch (error) {
    throw asResponse(error, args)
  }
}

/** Runs an action like `openFormDoor`, for a script that waits for JSON: a refusal keeps its status and its words. */
export async function openJsonDoor<A extends Access, S extends z.ZodType, P, Q>(
  options: Options<P, Q> & { access: A; schema: S },
  work: (door: Door<A, P, Q> & { value: z.output<S>; form: FormData }) => Promise<Response>,
  args: ActionFunctionArgs,
): Promise<Response> {
  const answer: unknown = await openFormDoor(options, work, args)
  if (answer instanceof Response) return answer
  const { data: refusal, init } = answer as ReturnType<typeof data<FormAnswer>>
  const messages = Object.values(refusal.result.error ?? {}).flatMap((words) => words ?? [])
  return Response.json({ message: messages.join(' ') }, init ?? undefined)
}

/** The form token of this browser, and the cookie to set when it has none yet. */
export async function formToken(
  request: Request,
  secret: string,
  newToken: () => string,
): Promise<{ token: string; setCookie?: string }> {
  const header = request.headers.get('cookie')
  const held: unknown = (await sessionCookie.parse(header)) ?? (await guestCookie.parse(header))
  if (typeof held === 'string') return { token: csrfToken(secret, held) }
  const fresh = newToken()
  return { token: csrfToken(secret, fresh), setCookie: await guestCookie.serialize(fresh) }
}

async function tokenMatches({ request, context }: ActionFunctionArgs, form: FormData): Promise<boolean> {
  const { config } = context.services
  const header = request.headers.get('cookie')
  const cookies: unknown[] = [await sessionCookie.parse(header), await guestCookie.parse(header)]
  const sent = form.get(CSRF_FIELD)
  return cookies.some(
    (cookie) => typeof cookie === 'string' && csrfMatches(csrfToken(config.sessionSecret, cookie), sent),
  )
}

async function pass<A extends Access, P, Q>(
  { access, params, query }: Options<P, Q> & { access: A },
  args: LoaderFunctionArgs,
): Promise<Door<A, P, Q>> {
  const { services, requestId, clientAddress, outflow } = args.context
  const actor = await actorOf(args)
  if (access !== 'public') assertMayPass(access, actor, args.request)
  const parsedParams = params?.safeParse(args.params)
  if (parsedParams && !parsedParams.success) throw notFound()
  const url = new URL(args.request.url)
  return {
    params: parsedParams?.data as P,
    query: query?.parse(Object.fromEntries(url.searchParams)) as Q,
    actor: actor as Door<A, P, Q>['actor'],
    services,
    request: args.request,
    requestId,
    clientAddress,
    outflow,
  }
}

const actors = new WeakMap<AppLoadContext, Promise<Actor | null>>()

/** Who is looking. The loaders of one page ask once; after an action everyone asks anew, for it may have changed the answer. */
function actorOf({ request, context }: LoaderFunctionArgs): Promise<Actor | null> {
  if (request.method !== 'GET') return findActor(context.services, request)
  const known = actors.get(context) ?? findActor(context.services, request)
  actors.set(context, known)
  return known
}

function assertMayPass(access: Exclude<Access, 'public'>, actor: Actor | null, request: Request): void {
  if (!actor) {
    const { pathname, search } = new URL(request.url)
    const back = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/beranda'
    throw redirect(`/masuk?lanjut=${encodeURIComponent(back)}`)
  }
  if (access !== 'signedIn' && !may(actor, access.can)) throw notFound()
}

/** Words and a code for the error page; anything unexpected stays an error and is logged by the server. */
function asResponse(error: unknown, { request, context }: LoaderFunctionArgs): unknown {
  if (isAppError(error)) return data({ code: error.code, message: error.message }, error.status)
  if (!(error instanceof Response) && error instanceof Error) {
    context.services.log.error(
      {
        requestId: context.requestId,
        path: maskPath(new URL(request.url).pathname),
        error: error.message,
        stack: error.stack,
      },
      'request failed',
    )
  }
  return error
}
