import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { signOut } from '~/features/identity/sessions.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSignedOut } from '~/routes/signed-in.server'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Keluar · Simpul KIM' }]

export const loader = pageLoader({ access: 'public' }, ({ actor }) => {
  if (!actor) throw redirect('/')
  return { name: actor.name }
})

export const action = formAction({ access: 'public', schema: z.object({}) }, async ({ actor, services }) => {
  if (actor) await signOut(services, actor.sessionId)
  return redirectSignedOut('/', 'Anda sudah keluar. Sampai jumpa.')
})

export default function SignOut() {
  return (
    <Page title="Keluar dari akun?" lead="Isian yang sudah disimpan tetap ada dan menunggu Anda kembali.">
      <div className="flex flex-wrap gap-3">
        <ActionButton values={{}} variant="primary">
          Keluar
        </ActionButton>
        <ButtonLink to="/beranda" variant="secondary">
          Kembali
        </ButtonLink>
      </div>
    </Page>
  )
}
