import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoicesPage } from '~/features/choices/ui/choices-page'
import { choicesAction, choicesLoader } from './choices-doors'

export const meta = () => [{ title: 'Jenis komunitas · Simpul KIM' }]
export const loader = choicesLoader('communityKinds')
export const action = choicesAction('communityKinds')

export default function CommunityKinds() {
  return <ChoicesPage screen={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
