import { data } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addDecision, settleDecision, writeMinutes } from '~/features/events/decide-at-event.server'
import { eventScreen } from '~/features/events/event-screen.queries.server'
import { EventId, OfficeEventForm } from '~/features/events/events.schema'
import { addMaterial, removeMaterial } from '~/features/events/materials.server'
import { cancelEvent, closeCommittee, moveEvent, openCommittee } from '~/features/events/move-event.server'
import { OfficeEventPage } from '~/features/events/ui/office-event-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, takeShown } from '~/routes/shown-once.server'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? 'Acara'} · Simpul KIM` },
]

const params = z.object({ eventId: EventId })

export const loader = pageLoader(
  { access: { can: 'event.read' }, params },
  async ({ params, actor, services, request }) => {
    const { shown, headers } = await takeShown(request)
    const screen = await eventScreen(services, actor, params.eventId)
    return data({ ...screen, committeeLink: shown?.link ?? null }, { headers })
  },
)

export const action = formAction(
  { access: { can: 'event.manage' }, params, schema: OfficeEventForm },
  async ({ params: { eventId }, value, actor, services, requestId }) => {
    const page = `/dinas/acara/${eventId}`
    const acting = { actor, requestId }
    switch (value.intent) {
      case 'held':
        await moveEvent(services, { ...acting, eventId, version: value.version, to: 'held' })
        return redirectSaying(page, 'Acara ditandai terlaksana. Sertifikat sekarang dapat dibuat.')
      case 'closed':
        await moveEvent(services, { ...acting, eventId, version: value.version, to: 'closed' })
        return redirectSaying(page, 'Acara ditutup. Keputusannya tetap dapat diikuti sampai selesai.')
      case 'cancel':
        await cancelEvent(services, { ...acting, eventId, version: value.version, reason: value.reason })
        return redirectSaying(page, 'Acara dibatalkan. KIM yang diundang sudah diberi tahu.')
      case 'openCommittee': {
        const token = await openCommittee(services, { ...acting, eventId, version: value.version })
        const link = `${services.config.publicUrl}/acara/panitia/${token}`
        return redirectShowing(page, { link })
      }
      case 'closeCommittee':
        await closeCommittee(services, { ...acting, eventId, version: value.version })
        return redirectSaying(page, 'Tautan panitia tidak berlaku lagi.')
      case 'minutes':
        await writeMinutes(services, { ...acting, eventId, version: value.version, minutes: value.minutes })
        return redirectSaying(`${page}#notulen`, 'Notulen disimpan.')
      case 'decide':
        await addDecision(services, {
          ...acting,
          eventId,
          id: value.id,
          what: value.what,
          groupId: value.groupId ?? null,
          who: value.who ?? null,
          dueOn: value.dueOn,
        })
        return redirectSaying(`${page}#keputusan`, 'Keputusan dicatat dan diikuti sampai selesai.')
      case 'settle': {
        const { decisionId, version, state, note = null } = value
        await settleDecision(services, { ...acting, decisionId, version, state, note })
        return redirectSaying(`${page}#keputusan`, 'Keadaan keputusan disimpan.')
      }
      case 'addMaterial': {
        const { id, materialTitle: title, file } = value
        await addMaterial(services, { ...acting, eventId, id, title, file })
        return redirectSaying(
          `${page}#bahan`,
          'Bahan tersimpan. KIM yang diundang dan pemegang tiket dapat membukanya.',
        )
      }
      case 'removeMaterial':
        await removeMaterial(services, { ...acting, eventId, materialId: value.materialId })
        return redirectSaying(`${page}#bahan`, 'Bahan dihapus dari acara.')
    }
  },
)

export default function OfficeEvent() {
  return <OfficeEventPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
