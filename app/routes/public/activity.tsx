import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActivityId } from '~/features/activities/activities.schema'
import { publicActivityScreen } from '~/features/activities/public-activity.queries.server'
import { ActivityFacts, HoaxBlock } from '~/features/activities/ui/activity-facts'
import { PhotoGrid } from '~/features/activities/ui/photo-grid'
import { ShareByWhatsApp } from '~/features/activities/ui/share'
import { withWord } from '~/features/regions/places'
import { pageLoader } from '~/routes/door'
import { formatDate, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: 'public', params: z.object({ activityId: ActivityId }) },
  ({ params, services }) => publicActivityScreen(services, params.activityId),
)

/** What a shared link shows before it is opened. */
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data)
    return [{ title: 'Kegiatan tidak ditemukan · Simpul KIM' }, { name: 'robots', content: 'noindex' }]
  const { content, group, place, photos, publicUrl, id } = data
  const where = `${group.name}, ${withWord(place.village)}, ${withWord(place.regency)}, ${formatDate(content.localDate)}.`
  const description = content.story ? `${where} ${content.story.replace(/\s+/g, ' ').slice(0, 160)}` : where
  const [photo] = photos
  return [
    { title: `${content.title} · ${group.name} · Simpul KIM` },
    { name: 'description', content: description },
    { property: 'og:title', content: content.title },
    { property: 'og:description', content: description },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'Simpul KIM' },
    { property: 'og:locale', content: 'id_ID' },
    { property: 'og:url', content: `${publicUrl}/kegiatan/${id}` },
    ...(photo
      ? [
          { property: 'og:image', content: `${publicUrl}/foto/${photo.id}/besar` },
          { property: 'og:image:width', content: String(photo.width) },
          { property: 'og:image:height', content: String(photo.height) },
        ]
      : []),
  ]
}

export default function PublicActivityPage() {
  const { id, content, group, topicName, place, photos, editedSinceConfirmed, publicUrl } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{content.title}</span>}
      lead={
        <>
          {formatDate(content.localDate)}, <Link to={`/kim/${group.number}`}>{group.name}</Link>{' '}
          <span className="whitespace-nowrap">(nomor {formatRegistrationNumber(group.number)})</span>
        </>
      }
      back={{ to: `/kim/${group.number}/kegiatan`, label: 'Kegiatan kelompok ini' }}
    >
      {editedSinceConfirmed && (
        <p className="mb-4 text-sm text-soft">Diubah oleh kelompok setelah dikonfirmasi Dinas Kominfo.</p>
      )}
      {content.story && <p className="my-6 max-w-prose text-lg whitespace-pre-line">{content.story}</p>}
      {content.hoax && <HoaxBlock hoax={content.hoax} />}
      <PhotoGrid photos={photos} title={content.title} />
      <ActivityFacts content={content} topicName={topicName} place={place} />
      <Section title="Bagikan">
        <ShareByWhatsApp
          title={content.title}
          date={content.localDate}
          group={group.name}
          url={`${publicUrl}/kegiatan/${id}`}
        />
      </Section>
    </Page>
  )
}
