import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { classSource, mappingStatusWords } from '~/features/mapping/mapping.messages'
import { MappingActForm, MappingId } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { discardMapping, startMapping } from '~/features/mapping/start-mapping.server'
import { DistrictMatrix } from '~/features/mapping/ui/district-matrix'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatBytes, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { WorkProgress } from '~/ui/work-progress'

export { shouldRevalidate } from '~/routes/ask-again'

export const handle = { scripts: false }

export const meta = () => [{ title: 'Pemetaan · Simpul KIM' }]

const params = z.object({ mappingId: MappingId })

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params },
  ({ params: { mappingId }, actor, services }) => mappingScreen(services, actor, mappingId),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: MappingActForm },
  async ({ value, params: { mappingId }, actor, services, requestId }) => {
    const act = { actor, mappingId, version: value.version, requestId }
    if (value.intent === 'discard') {
      await discardMapping(services, act)
      return redirectSaying('/dinas/pemetaan', 'Rencana pemetaan dibatalkan.')
    }
    if (value.intent === 'settle') {
      const number = await settleMapping(services, act)
      return redirectSaying(
        `/dinas/pemetaan/${mappingId}`,
        `Pemetaan ditetapkan dengan nomor ${number}. Dokumennya sedang dibuat.`,
      )
    }
    await startMapping(services, act)
    return redirectSaying(
      `/dinas/pemetaan/${mappingId}`,
      'Pemetaan dimulai. KIM terdaftar sudah masuk; catat kelompok lain di desa.',
    )
  },
)

export default function MappingHome() {
  const { head, maySteer, lines, sum, words, document, brought } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const home = `/dinas/pemetaan/${head.id}`
  const version = String(head.version)
  return (
    <MappingPage
      head={head}
      lead={mappingStatusWords[head.status].meaning}
      actions={head.mayEdit && <ButtonLink to={`${home}/baru`}>Catat kelompok</ButtonLink>}
    >
      <Refusal result={answer?.result} />
      {document && <SettledDocument home={home} document={document} />}
      {head.status === 'draft' ? (
        <Callout tone="wait" title="Pemetaan ini baru direncanakan">
          <p>
            Saat dimulai, semua KIM terdaftar dan baris pemetaan terakhir masuk ke dalamnya. Setelah itu
            kelompok lain dapat dicatat di desa atau diunggah dari daftar.
          </p>
          {maySteer && (
            <div className="mt-3 flex flex-wrap gap-3">
              <ActionButton variant="primary" values={{ intent: 'start', version }}>
                Mulai pemetaan
              </ActionButton>
              <ActionButton values={{ intent: 'discard', version }}>Batalkan rencana</ActionButton>
            </div>
          )}
        </Callout>
      ) : (
        <Section
          title={`${formatNumber(sum.rows)} kelompok di ${formatNumber(sum.villages - sum.empty)} dari ${formatNumber(sum.villages)} desa`}
        >
          <p className="mb-4 max-w-prose text-soft">
            {formatNumber(sum.classes.kim)} KIM terdaftar dan {formatNumber(sum.classes.a + sum.classes.b)}{' '}
            calon. Setiap angka membuka daftarnya. Urutan: yang paling banyak desanya tanpa kelompok lebih
            dulu.
          </p>
          <DistrictMatrix
            home={home}
            districtsWord={words.districts}
            villagesWord={words.villages}
            lines={lines}
            sum={sum}
          />
          <p className="mt-4 max-w-prose text-sm text-soft">
            {classSource} <Link to="/dasar-hukum">Dasar hukum</Link>
          </p>
        </Section>
      )}
      {brought.invited > 0 && (
        <Section title="Yang dibawa pemetaan ini">
          <p>
            {formatNumber(brought.invited)} calon diundang, {formatNumber(brought.applications)} memulai
            pendaftaran, {formatNumber(brought.groups)} sudah menjadi KIM.
          </p>
        </Section>
      )}
      {head.mayEdit && (
        <Section title="Tetapkan pemetaan">
          <p className="mb-3 max-w-prose text-soft">
            Setelah ditetapkan pemetaan ini terkunci dan mendapat nomor; dokumennya dibuat, dan pemetaan
            berikutnya bertolak darinya. Periksa dahulu kelompok yang mungkin tercatat dua kali.
          </p>
          <ActionButton values={{ intent: 'settle', version }}>Tetapkan dan beri nomor</ActionButton>
        </Section>
      )}
    </MappingPage>
  )
}

function SettledDocument({
  home,
  document: { bytes, progress },
}: {
  home: string
  document: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['document']>
}) {
  if (bytes === null) {
    return <WorkProgress title="Dokumen sedang dibuat" progress={progress} />
  }
  return (
    <p className="mb-6 flex flex-wrap gap-x-6">
      <a href={`${home}/dokumen`} className="inline-flex min-h-11 items-center font-semibold">
        Buka dokumen (PDF, {formatBytes(bytes)})
      </a>
      <Link to={`${home}/rencana`} className="inline-flex min-h-11 items-center font-semibold">
        Lihat rencananya
      </Link>
    </p>
  )
}
