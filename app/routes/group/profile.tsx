import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editProfile } from '~/features/groups/edit-profile.server'
import { channelWords } from '~/features/groups/groups.messages'
import { GroupId } from '~/features/groups/groups.schema'
import { profileScreen } from '~/features/groups/own-group.queries.server'
import { ProfileForm, profileOf } from '~/features/groups/profile-form.schema'
import { ContactFields } from '~/features/registration/ui/contact-fields'
import { RoundedLocation } from '~/features/registration/ui/rounded-location'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton, TextArea, TextField } from '~/ui/form'
import { Page } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Profil dan kontak · Simpul KIM' }]

const params = z.object({ groupId: GroupId })
export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  profileScreen(services, actor, params.groupId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: ProfileForm },
  async ({ value, params: { groupId }, actor, services, requestId }) => {
    await editProfile(services, {
      actor,
      requestId,
      groupId,
      version: value.version,
      profile: profileOf(value),
    })
    return redirectSaying(
      `/kelompok/${groupId}`,
      'Profil tersimpan. Halaman umum sudah mengikuti pilihan Anda.',
    )
  },
)

const labels = {
  ...channelWords,
  address: 'Alamat sekretariat',
  latitude: 'Lintang',
  longitude: 'Bujur',
}

export default function Profile() {
  const group = useLoaderData<typeof loader>()
  return (
    <Page
      title="Profil dan kontak"
      lead={`${group.name}. Dinas memakai kontak ini untuk menghubungi kelompok; umum hanya melihat yang dicentang.`}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      {group.mayEdit ? (
        <Editor />
      ) : (
        <Callout
          tone="plain"
          title={
            group.status === 'closed'
              ? 'Kelompok ini sudah ditutup'
              : 'Profil diurus oleh ketua dan sekretaris'
          }
        >
          {group.status === 'closed'
            ? 'Kontaknya tidak tampil lagi untuk umum dan tidak dapat diubah.'
            : 'Sampaikan perubahan kepada mereka. Yang terlihat umum ada di halaman kelompok.'}
          <p className="mt-3">
            <ButtonLink to={`/kim/${group.number}`} variant="secondary">
              Lihat halaman umum
            </ButtonLink>
          </p>
        </Callout>
      )}
    </Page>
  )
}

function Editor() {
  const group = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { contact, address, latitude, longitude } = group
  const [form, fields] = useFormOf(ProfileForm, {
    lastResult: answer?.result,
    defaultValue: {
      ...contact.channels,
      ...contact,
      address,
      latitude: inIndonesian(latitude),
      longitude: inIndonesian(longitude),
    },
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="version" value={group.version} />
      <ContactFields fields={fields} />
      <h2 className="mt-10 border-t border-line pt-6 text-xl">Alamat dan letak</h2>
      <TextArea
        field={fields.address}
        label="Alamat sekretariat"
        hint="Tempat surat dapat sampai."
        rows={3}
        optional
      />
      <fieldset className="my-5">
        <legend className="font-semibold">
          Letak kira-kira <span className="font-normal text-soft">(boleh kosong)</span>
        </legend>
        <p className="text-sm text-soft">
          Disimpan dengan dua angka di belakang koma, kira-kira satu kilometer.
        </p>
        <RoundedLocation formId={form.id} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField field={fields.latitude} label="Lintang" hint="Misalnya -4,55" optional />
          <TextField field={fields.longitude} label="Bujur" hint="Misalnya 136,88" optional />
        </div>
      </fieldset>
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton>Simpan profil</SubmitButton>
        <ButtonLink to={`/kelompok/${group.id}`} variant="secondary">
          Batal
        </ButtonLink>
      </div>
      <p className="mt-4 max-w-prose text-sm text-soft">
        Centang yang dihapus langsung tidak tampil lagi di halaman umum. Nama kelompok hanya dapat diubah oleh{' '}
        {group.office}.
      </p>
    </Form>
  )
}

function inIndonesian(degrees: number | null): string | undefined {
  return degrees === null ? undefined : String(degrees).replace('.', ',')
}
