import { countWaitingActivities } from '~/features/activities/waiting.queries.server'
import { type Actor, may } from '~/features/identity/actor'
import { countUnreadNotices } from '~/features/notifications/notices.queries.server'
import { isDemo } from '~/features/settings/settings.queries.server'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import type { Viewer } from '~/ui/chrome'
import { formToken } from './door.server'
import { flashCookie } from './flash.server'

/** Pages that hold a form for people who are not signed in; all other public pages set no cookie. */
const guestForms =
  /^\/(masuk|daftar|lupa-sandi|kode|atur-ulang|undangan|awal|acara\/(?:tiket|panitia))(\/|\.data|$)/

/** What surrounds every page: who is looking, the form token, a message from the page before. */
export async function frameOf(services: Services, actor: Actor | null, request: Request) {
  const cookies: string[] = []
  let csrf = ''
  if (actor || guestForms.test(new URL(request.url).pathname)) {
    const { token, setCookie } = await formToken(request, services.config.sessionSecret, newToken)
    csrf = token
    if (setCookie) cookies.push(setCookie)
  }
  const flash: unknown = await flashCookie.parse(request.headers.get('cookie'))
  if (flash) cookies.push(await flashCookie.serialize('', { maxAge: 0 }))
  return {
    value: {
      viewer: actor && (await viewerOf(services, actor)),
      csrf,
      flash: typeof flash === 'string' && flash !== '' ? flash : null,
      demo: await isDemo(services),
    },
    cookies,
  }
}

async function viewerOf(services: Services, actor: Actor): Promise<Viewer> {
  const [unread, waitingActivities] = await Promise.all([
    countUnreadNotices(services, actor.id),
    countWaitingActivities(services, actor),
  ])
  return {
    name: actor.name,
    unread,
    waitingActivities,
    isVolunteer: may(actor, 'group.manage'),
    isOfficer: may(actor, 'office.read'),
    leads: may(actor, 'coordination.lead'),
    isRegistrar: may(actor, 'subdomain.activate'),
    isAdmin: may(actor, 'admin.manage'),
  }
}
