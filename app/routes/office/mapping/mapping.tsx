import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { classSource, mappingStatusWords } from '~/features/mapping/mapping.messages'
import { MappingActForm, MappingId } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { discardMapping, startMapping } from '~/features/mapping/start-mapping.server'
import { DistrictMatrix } from '~/features/mapping/ui/district-matrix'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Section } from '~/ui/page'

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
    await startMapping(services, act)
    return redirectSaying(
      `/dinas/pemetaan/${mappingId}`,
      'Pemetaan dimulai. KIM terdaftar sudah masuk; catat kelompok lain di desa.',
    )
  },
)

export default function MappingHome() {
  const { head, maySteer, lines, sum, words } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const home = `/dinas/pemetaan/${head.id}`
  const version = String(head.version)
  return (
    <MappingPage
      head={head}
      lead={mappingStatusWords[head.status].meaning}
      actions={head.mayEdit && <ButtonLink to={`${home}/baru`}>Catat kelompok</ButtonLink>}
    >
      {answer && (
        <Callout tone="bad" role="alert">
          {Object.values(answer.result.error ?? {})
            .flatMap((messages) => messages ?? [])
            .join(' ')}
        </Callout>
      )}
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
    </MappingPage>
  )
}
