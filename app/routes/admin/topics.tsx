import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addTopic } from '~/features/activities/add-topic.server'
import { adminTopicsScreen } from '~/features/activities/admin-topics.queries.server'
import { endTopic, renameTopic } from '~/features/activities/change-topic.server'
import { addTopicForm, endTopicForm, renameTopicForm } from '~/features/activities/topics.schema'
import { AddTopic, EndTopic, RenameTopic } from '~/features/activities/ui/topic-forms'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Badge } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Topik kegiatan · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'admin.manage' } }, ({ services }) =>
  adminTopicsScreen(services),
)

const schema = z.discriminatedUnion('intent', [addTopicForm, renameTopicForm, endTopicForm])

export const action = formAction(
  { access: { can: 'admin.manage' }, schema },
  async ({ value, actor, services, requestId }) => {
    switch (value.intent) {
      case 'addTopic':
        await addTopic(services, { ...value, actor, requestId })
        return redirectSaying('/admin/topik', 'Topik ditambahkan.')
      case 'renameTopic':
        await renameTopic(services, { ...value, actor, requestId })
        return redirectSaying('/admin/topik', 'Nama topik diganti.')
      case 'endTopic':
        await endTopic(services, { ...value, actor, requestId })
        return redirectSaying('/admin/topik', 'Hari terakhirnya dicatat.')
    }
  },
)

const stateWords = { now: 'Berlaku', planned: 'Akan berlaku', past: 'Sudah berakhir' }

export default function AdminTopics() {
  const { topics, today } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <Page
      title="Topik kegiatan"
      lead="Yang dapat dipilih KIM ketika mencatat kegiatan. Topik yang berakhir tetap terbaca pada kegiatan yang memakainya."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <AddTopic key={topics.length} today={today} answer={result} />
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {topics.map((topic) => (
          <li key={topic.code} className="py-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="font-semibold">{topic.name}</strong>
              <Badge tone={topic.state === 'now' ? 'info' : 'plain'}>{stateWords[topic.state]}</Badge>
            </p>
            <p className="text-sm text-soft">
              Dapat dipilih sejak {formatDate(topic.validFrom)}
              {topic.validUntil && ` sampai ${formatDate(topic.validUntil)}`}
              {topic.source && ` · ${topic.source}`}
            </p>
            <div className="flex flex-wrap gap-x-6">
              <RenameTopic key={topic.name} topic={topic} answer={result} />
              {topic.validUntil === null && <EndTopic topic={topic} answer={result} />}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
