import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityEventWords, activityStatusWords } from '~/features/activities/activities.messages'
import { ActivityId } from '~/features/activities/activities.schema'
import { OwnActivityForm } from '~/features/activities/activity-acts.schema'
import { addPhotos } from '~/features/activities/add-photo.server'
import { ownActivityScreen } from '~/features/activities/own-activity.queries.server'
import { removePhoto } from '~/features/activities/remove-photo.server'
import { ActivityFacts, HoaxBlock } from '~/features/activities/ui/activity-facts'
import { OwnPhotos } from '~/features/activities/ui/own-photos'
import { ShareByWhatsApp } from '~/features/activities/ui/share'
import { VersionList } from '~/features/activities/ui/version-list'
import { WithdrawFold } from '~/features/activities/ui/withdraw-fold'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import { GroupId } from '~/features/groups/groups.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Badge, Callout } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.activity.content.title ?? 'Kegiatan'} · Simpul KIM` },
]

const params = z.object({ groupId: GroupId, activityId: ActivityId })

export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  ownActivityScreen(services, actor, params),
)

export const action = formAction(
  { access: 'signedIn', params, schema: OwnActivityForm },
  async ({ params: { groupId, activityId }, value, actor, services, requestId }) => {
    const page = `/kelompok/${groupId}/kegiatan/${activityId}`
    const act = { actor, requestId, activityId }
    switch (value.intent) {
      case 'withdraw':
        await withdrawActivity(services, { ...act, version: value.version, comment: value.comment ?? null })
        return redirectSaying(
          page,
          'Kegiatan ditarik. Kegiatan ini tidak dihitung dan tidak tampil lagi untuk umum.',
        )
      case 'removePhoto':
        await removePhoto(services, { ...act, photoId: value.photoId })
        return redirectSaying(page, 'Foto dihapus.')
      case 'addPhotos': {
        const { added, refused } = await addPhotos(services, { ...act, photos: value.photo })
        const known = value.photo.length - added - refused.length
        const said = [
          ...(added > 0 ? [`${added} foto tersimpan.`] : []),
          ...(known > 0 ? [`${known} foto sudah ada di kegiatan ini.`] : []),
          ...refused,
        ]
        return redirectSaying(page, said.join(' '))
      }
    }
  },
)

export default function OwnActivity() {
  const { activity, office, events, mayChange, publicUrl } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, group, status, content, zone, photos, versions } = activity
  const { label, tone } = activityStatusWords[status]
  const base = `/kelompok/${group.id}/kegiatan`
  const asked = status === 'returned' ? events.findLast(({ kind }) => kind === 'returned') : undefined
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{content.title}</span>}
      lead={group.name}
      back={{ to: base, label: 'Kegiatan kelompok' }}
      actions={
        mayChange ? (
          <ButtonLink to={`${base}/${id}/ubah`} variant={asked ? 'primary' : 'secondary'}>
            {asked ? 'Perbaiki dan kirim lagi' : 'Ubah'}
          </ButtonLink>
        ) : undefined
      }
    >
      <p className="-mt-2 mb-4 flex flex-wrap items-center gap-3">
        <Badge tone={tone}>{label}</Badge>
        {activity.editedSinceConfirmed && status === 'confirmed' && (
          <Badge>Diubah setelah dikonfirmasi</Badge>
        )}
        {publicUrl && (
          <Link to={`/kegiatan/${id}`} className="inline-flex min-h-11 items-center">
            Halaman umum
          </Link>
        )}
      </p>
      <Refusal result={answer?.result} />
      <StatusNote status={status} isPublic={content.isPublic} office={office} />
      {asked && (
        <Callout tone="wait" title={`${office} bertanya`}>
          <p className="whitespace-pre-line">{asked.comment}</p>
        </Callout>
      )}
      {content.story && <p className="my-6 max-w-prose whitespace-pre-line">{content.story}</p>}
      {content.hoax && <HoaxBlock hoax={content.hoax} />}
      <ActivityFacts content={content} topicName={activity.topicName} place={activity.place} />
      <Section title="Foto" id="foto">
        <OwnPhotos activityId={id} photos={photos} title={content.title} mayChange={mayChange} />
      </Section>
      {publicUrl && (
        <Section title="Bagikan">
          <ShareByWhatsApp
            title={content.title}
            date={content.localDate}
            group={group.name}
            url={publicUrl}
          />
        </Section>
      )}
      <Section title="Riwayat">
        <Timeline
          items={[...events].reverse().map(({ id: key, kind, by, at, comment }) => ({
            key,
            title: `${activityEventWords[kind]} oleh ${by}`,
            when: formatMoment(at, zone),
            note: comment,
          }))}
        />
      </Section>
      {versions.length > 1 && (
        <Section title="Yang diubah">
          <VersionList versions={versions} zone={zone} />
        </Section>
      )}
      {mayChange && <WithdrawFold version={activity.version} />}
    </Page>
  )
}

function StatusNote({ status, isPublic, office }: { status: string; isPublic: boolean; office: string }) {
  if (status === 'submitted') {
    return (
      <Callout tone="plain">
        {office} akan mengonfirmasi atau bertanya. Sementara itu Anda boleh mengubah dan menambah foto.
      </Callout>
    )
  }
  if (status === 'withdrawn') {
    return (
      <Callout tone="plain">
        Kegiatan ini ditarik: tidak dihitung dan hanya dibaca kelompok dan dinas.
      </Callout>
    )
  }
  if (status === 'confirmed' && !isPublic) {
    return (
      <Callout tone="plain">
        Kegiatan ini dihitung, tetapi belum boleh dibaca umum. Centang “Boleh dibaca umum” lewat “Ubah” bila
        ingin membagikannya.
      </Callout>
    )
  }
  return null
}
