import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { contentFrom, NewActivityForm } from '~/features/activities/activity-form.schema'
import { addPhotos } from '~/features/activities/add-photo.server'
import { newActivityScreen } from '~/features/activities/new-activity.queries.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { NewActivityEditor } from '~/features/activities/ui/new-activity-editor'
import { pickerQuery } from '~/features/regions/picker.schema'
import { RegionPicker } from '~/features/regions/ui/region-picker'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Catat kegiatan · Simpul KIM' }]

const word = z.string().max(60).catch('')
const query = z.object({
  ...pickerQuery,
  kim: z.union([z.uuid(), z.literal('')]).catch(''),
  dari: z.union([z.uuid(), z.literal('terakhir'), z.literal('')]).catch(''),
  ganti: word,
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
      content: contentFrom(value),
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
  if (!chosen) return groups.length === 0 ? <NoGroup /> : <ChooseGroup groups={groups} />
  const { group, picker, again } = chosen
  const keep = { kim: group.id, ...(again ? { dari: 'terakhir' } : {}) }
  return (
    <Page
      title={picker.chosen ? 'Catat kegiatan' : 'Di mana kegiatannya?'}
      lead={group.name}
      back={{ to: `/kelompok/${group.id}/kegiatan`, label: 'Kegiatan kelompok' }}
      actions={
        picker.chosen && chosen.hasLast && !again ? (
          <ButtonLink to={`?${new URLSearchParams({ kim: group.id, dari: 'terakhir' })}`} variant="secondary">
            Sama seperti terakhir
          </ButtonLink>
        ) : undefined
      }
    >
      {picker.chosen ? (
        <NewActivityEditor
          key={`${group.id} ${again} ${picker.chosen.code}`}
          screen={chosen}
          changePlace={`?${new URLSearchParams({ ...keep, ganti: '1' })}`}
          answer={answer}
        />
      ) : (
        <>
          <RegionPicker state={picker} keep={{ ...keep, ganti: '1' }} suggest={{ level: 'village' }} />
          <p className="mt-6">
            <Link to={`?${new URLSearchParams(keep)}`}>Batal, pakai tempat kelompok</Link>
          </p>
        </>
      )}
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
