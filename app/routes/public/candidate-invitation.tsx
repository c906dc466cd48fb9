import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LinkToken } from '~/features/identity/identity.schema'
import { invitedCandidate } from '~/features/mapping/invited-candidate.server'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Undangan mendaftar sebagai KIM · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: 'public', params: z.object({ token: LinkToken }) },
  async ({ params: { token }, actor, services }) => {
    const invited = await invitedCandidate(services, token)
    if (!invited) throw notFound()
    return { ...invited, token, signedIn: actor !== null }
  },
)

export default function CandidateInvitation() {
  const { open, name, place, office, token, signedIn } = useLoaderData<typeof loader>()
  const onward = `/kelompok/baru?undangan=${token}`
  if (!open) {
    return (
      <Page
        title="Undangan ini sudah tidak berlaku"
        lead="Tautannya sudah dipakai, diganti yang lebih baru, atau lewat 14 hari. Kelompok Anda tetap dapat mendaftar."
      >
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>
          <ButtonLink to="/kelompok" variant="secondary">
            Kelompok saya
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page
      title={`${name} diundang mendaftar sebagai KIM`}
      lead={`${office} menemukan ${name} di ${place} saat pemetaan, dan mengajaknya menjadi Komunitas Informasi Masyarakat (KIM).`}
    >
      <ul className="mb-6 max-w-prose list-disc space-y-1 pl-5">
        <li>Mendaftar itu sukarela dan tidak dipungut biaya; kelompok dibentuk lewat musyawarah warga.</li>
        <li>Formulirnya sudah terisi nama dan desa; semuanya dapat diubah dan disimpan di setiap langkah.</li>
        <li>Setelah disetujui, kelompok mendapat nomor registrasi, tanda daftar, dan alamat kim.id.</li>
      </ul>
      {signedIn ? (
        <ButtonLink to={onward}>Mulai pendaftaran</ButtonLink>
      ) : (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={`/daftar?lanjut=${encodeURIComponent(onward)}`}>Buat akun dan mulai</ButtonLink>
          <ButtonLink to={`/masuk?lanjut=${encodeURIComponent(onward)}`} variant="secondary">
            Saya sudah punya akun
          </ButtonLink>
        </div>
      )}
      <p className="mt-6">
        <ButtonLink to="/tentang" variant="quiet">
          Apa itu KIM?
        </ButtonLink>
      </p>
    </Page>
  )
}
