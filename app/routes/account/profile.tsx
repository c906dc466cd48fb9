import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  changeContact,
  changePassword,
  ownProfile,
  renameAccount,
} from '~/features/identity/change-profile.server'
import { phoneWords } from '~/features/identity/identity.messages'
import {
  contactSchema,
  passwordSchema,
  profileSchema,
  renameSchema,
} from '~/features/identity/identity.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { answerFor } from '~/ui/answer-for'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Akun saya · Simpul KIM' }]

export const loader = pageLoader({ access: 'signedIn' }, async ({ services, actor }) => {
  const account = await ownProfile(services, actor)
  return { ...account, phone: account.phone && phoneWords(account.phone) }
})

export const action = formAction({ access: 'signedIn', schema: profileSchema }, async (door) => {
  const { value, services, actor, clientAddress, requestId } = door
  switch (value.intent) {
    case 'name':
      await renameAccount(services, actor, { ...value, requestId })
      return redirectSaying('/akun', 'Nama Anda sudah disimpan.')
    case 'contact':
      await changeContact(services, actor, {
        ...value,
        email: value.email,
        phone: value.phone,
        clientAddress,
        requestId,
      })
      return redirectSaying('/akun', 'Nomor HP dan e-mail sudah disimpan.')
    case 'password': {
      const token = await changePassword(services, actor, {
        ...value,
        browser: browserOf(door),
        clientAddress,
        requestId,
      })
      return redirectSignedIn('/akun', token, 'Sandi sudah diganti. Perangkat lain sudah dikeluarkan.')
    }
  }
})

export default function Profile() {
  return (
    <Page title="Akun saya" lead="Hanya Anda yang melihat halaman ini.">
      <NameForm />
      <ContactForm />
      <PasswordForm />
      <Section title="Perangkat">
        <p>
          Lihat <Link to="/akun/sesi">perangkat yang sedang masuk</Link> dengan akun ini, dan keluarkan yang
          tidak Anda kenal.
        </p>
      </Section>
    </Page>
  )
}

function NameForm() {
  const { name, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(renameSchema, {
    id: 'nama',
    lastResult: answerFor(answer, 'name'),
    defaultValue: { name },
  })
  return (
    <Section title="Nama">
      <Form {...getFormProps(form)} className="max-w-md">
        <ErrorSummary form={form} labels={{ name: 'Nama' }} />
        <input type="hidden" name="intent" value="name" />
        <input type="hidden" name="version" value={version} />
        <TextField field={fields.name} label="Nama lengkap" autoComplete="name" />
        <SubmitButton variant="secondary">Simpan nama</SubmitButton>
      </Form>
    </Section>
  )
}

function ContactForm() {
  const { email, phone, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(contactSchema, {
    id: 'kontak',
    lastResult: answerFor(answer, 'contact'),
    defaultValue: { email, phone },
  })
  return (
    <Section title="Nomor HP dan e-mail">
      <p className="max-w-prose text-soft">
        Dipakai untuk masuk; salah satu harus ada. Dengan e-mail Anda dapat membuat sandi baru sendiri bila
        lupa.
      </p>
      <Form {...getFormProps(form)} className="max-w-md">
        <ErrorSummary
          form={form}
          labels={{ email: 'E-mail', phone: 'Nomor HP', presentPassword: 'Sandi sekarang' }}
        />
        <input type="hidden" name="intent" value="contact" />
        <input type="hidden" name="version" value={version} />
        <TextField field={fields.phone} label="Nomor HP" optional type="tel" autoComplete="tel" />
        <TextField field={fields.email} label="E-mail" optional type="email" autoComplete="email" />
        <TextField
          field={fields.presentPassword}
          label="Sandi sekarang"
          hint="Supaya hanya Anda yang dapat menggantinya."
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton variant="secondary">Simpan nomor dan e-mail</SubmitButton>
      </Form>
    </Section>
  )
}

function PasswordForm() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(passwordSchema, { id: 'sandi', lastResult: answerFor(answer, 'password') })
  return (
    <Section title="Ganti sandi">
      <p className="max-w-prose text-soft">Sesudah diganti, semua perangkat lain keluar dengan sendirinya.</p>
      <Form {...getFormProps(form)} className="max-w-md">
        <ErrorSummary form={form} labels={{ presentPassword: 'Sandi sekarang', password: 'Sandi baru' }} />
        <input type="hidden" name="intent" value="password" />
        <TextField
          field={fields.presentPassword}
          label="Sandi sekarang"
          type="password"
          autoComplete="current-password"
        />
        <TextField
          field={fields.password}
          label="Sandi baru"
          hint="Paling sedikit 10 karakter. Tiga atau empat kata yang mudah Anda ingat sudah bagus."
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton variant="secondary">Ganti sandi</SubmitButton>
      </Form>
    </Section>
  )
}
