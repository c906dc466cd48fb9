import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoicesPage } from '~/features/choices/ui/choices-page'
import { choicesAction, choicesLoader } from './choices-doors'

export const meta = () => [{ title: 'Jenis mitra · Simpul KIM' }]
export const loader = choicesLoader('partnerKinds')
export const action = choicesAction('partnerKinds')

export default function PartnerKinds() {
  return <ChoicesPage screen={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
