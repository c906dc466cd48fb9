import { useActionData, useLoaderData } from '@remix-run/react'
import { endOtherSessions, endOwnSession } from '~/features/identity/end-session.server'
import { sessionsSchema } from '~/features/identity/identity.schema'
import { ownSessions } from '~/features/identity/sessions.queries.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Badge, Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatAge, formatDay } from '~/ui/format'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Perangkat yang masuk · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader({ access: 'signedIn' }, async ({ services, actor }) => ({
  sessions: await ownSessions(services, actor),
  now: services.clock(),
}))

export const action = formAction(
  { access: 'signedIn', schema: sessionsSchema },
  async ({ value, services, actor }) => {
    if (value.intent === 'one') {
      await endOwnSession(services, actor, value.publicId)
      return redirectSaying('/akun/sesi', 'Perangkat itu sudah dikeluarkan.')
    }
    await endOtherSessions(services, actor)
    return redirectSaying('/akun/sesi', 'Semua perangkat lain sudah dikeluarkan.')
  },
)

export default function Sessions() {
  const { sessions, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.result.error?.['']
  return (
    <Page
      title="Perangkat yang masuk"
      lead="Ada yang tidak Anda kenal? Keluarkan, lalu ganti sandi di halaman akun."
      back={{ to: '/akun', label: 'Akun saya' }}
      actions={
        sessions.length > 1 && (
          <ActionButton values={{ intent: 'others' }}>Keluarkan semua yang lain</ActionButton>
        )
      }
    >
      {refusal && <Callout tone="bad">{refusal}</Callout>}
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ publicId, device, createdAt, lastSeenAt, present }) => (
          <li key={publicId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4">
            <div>
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {device} {present && <Badge tone="good">sesi ini</Badge>}
              </p>
              <p className="text-sm text-soft">
                {lastSeenWords(lastSeenAt, now)}, masuk sejak {formatDay(createdAt)}
              </p>
            </div>
            {!present && (
              <ActionButton values={{ intent: 'one', publicId }}>
                Keluarkan <span className="sr-only">{device}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** The time is kept to the hour: less writing, and nobody's day is on record. */
function lastSeenWords(at: number, now: number): string {
  return now - at < 2 * 3_600_000 ? 'Dipakai baru-baru ini' : `Terakhir dipakai ${formatAge(at, now)} lalu`
}
