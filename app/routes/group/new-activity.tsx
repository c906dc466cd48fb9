import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import { NewActivityForm } from '~/features/activities/activity-form.schema'
import { contentWithPlace } from '~/features/activities/activity-place.server'
import { addPhotos } from '~/features/activities/add-photo.server'
import { newActivityScreen } from '~/features/activities/new-activity.queries.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { NewActivityEditor } from '~/features/activities/ui/new-activity-editor'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Catat kegiatan · Simpul KIM' }]

const query = z.object({
  kim: z.union([z.uuid(), z.literal('')]).catch(''),
  dari: z.union([z.uuid(), z.literal('terakhir'), z.literal('')]).catch(''),
})

export const loader = pageLoader({ access: 'signedIn', query }, ({ query, actor, services }) =>
  newActivityScreen(services, actor, query),
)

export const action = formAction(
  { access: 'signedIn', schema: NewActivityForm },
  async ({ value, actor, services, requestId }) => {
    const { id, otherId, groupId, photo } = value
    const activityId = otherId ?? id
    const act = { actor, requestId }
    const { stored } = await postActivity(services, {
      ...act,
      id: activityId,
      groupId,
      content: await contentWithPlace(services, value),
    })
    const { refused } = await addPhotos(services, { ...act, activityId, photos: photo ?? [] })
    const said = stored
      ? 'Kegiatan tersimpan dan menunggu konfirmasi dinas.'
      : 'Kegiatan ini sudah tersimpan sebelumnya; tidak dicatat dua kali.'
    return redirectSaying(
      `/kelompok/${groupId}/kegiatan/${activityId}`,
      [said, ...(refused.length > 0 ? ['Ada foto yang belum masuk.', ...refused] : [])].join(' '),
    )
  },
)

export default function NewActivity() {
  const { groups, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [touched, setTouched] = useState('')
  if (!chosen) return groups.length === 0 ? <NoGroup /> : <ChooseGroup groups={groups} />
  const { group, again, hasLast, place } = chosen
  const form = `${group.id} ${again} ${place.code}`
  return (
    <Page
      title="Catat kegiatan"
      lead={group.name}
      back={{ to: `/kelompok/${group.id}/kegiatan`, label: 'Kegiatan kelompok' }}
      actions={
        hasLast && !again ? (
          // Offered while the form is new: it would put other answers in the place of what was typed.
          <span className={touched === form ? 'invisible' : undefined}>
            <ButtonLink
              to={`?${new URLSearchParams({ kim: group.id, dari: 'terakhir' })}`}
              variant="secondary"
            >
              Sama seperti terakhir
            </ButtonLink>
          </span>
        ) : undefined
      }
    >
      <NewActivityEditor key={form} screen={chosen} answer={answer} onTouched={() => setTouched(form)} />
    </Page>
  )
}

function NoGroup() {
  return (
    <Page title="Catat kegiatan">
      <EmptyState
        title="Kegiatan dicatat oleh anggota KIM"
        action={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
      >
        Akun Anda belum tercatat pada KIM mana pun. Daftarkan KIM Anda, atau buka undangan dari ketua dengan
        akun ini.
      </EmptyState>
    </Page>
  )
}

function ChooseGroup({ groups }: { groups: { id: string; name: string }[] }) {
  return (
    <Page title="Catat kegiatan" lead="Kegiatan KIM yang mana?">
      <ul className="divide-y divide-line border-y border-line">
        {groups.map(({ id, name }) => (
          <li key={id}>
            <Link to={`?kim=${id}`} className="flex min-h-12 items-center font-semibold">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
