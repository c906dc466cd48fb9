import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoicesPage } from '~/features/choices/ui/choices-page'
import { choicesAction, choicesLoader } from './choices-doors'

export const meta = () => [{ title: 'Topik kegiatan · Simpul KIM' }]
export const loader = choicesLoader('topics')
export const action = choicesAction('topics')

export default function Topics() {
  return <ChoicesPage screen={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
