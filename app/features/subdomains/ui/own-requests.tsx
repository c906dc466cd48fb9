import type { Zone } from '~/platform/calendar'
import { Badge } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { formatAge, formatMoment } from '~/ui/format'
import type { OwnRequest } from '../group-subdomain.queries.server'
import { subdomainStatusTones, subdomainStatusWords } from '../subdomains.messages'

/** Where a request stands, since when, and what comes next. */
export function RequestProgress({
  request,
  zone,
  now,
  office,
}: {
  request: OwnRequest
  zone: Zone
  now: number
  office: string
}) {
  const since =
    request.status === 'endorsed' ? (request.endorsedAt ?? request.requestedAt) : request.requestedAt
  const holder = request.status === 'endorsed' ? 'pengelola kim.id' : office
  return (
    <>
      <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="text-lg break-all">{request.label}.kim.id</strong>
        <Badge tone={subdomainStatusTones[request.status]}>{subdomainStatusWords[request.status]}</Badge>
      </p>
      <p className="mb-5 text-soft">
        Sekarang ada di {holder}, sudah {formatAge(since, now)}. Nama ini ditahan untuk kelompok Anda selama
        diputuskan.
      </p>
      <Timeline items={stepsOf(request, zone)} />
    </>
  )
}

/** What happened to one request, newest first, and what is still to come on top. */
export function stepsOf(request: OwnRequest, zone: Zone) {
  const { id, status, requestedAt, endorsedAt, decidedAt, endedAt, reason } = request
  const step = (name: string, title: string, at: number, note?: string | null) => ({
    key: `${id}-${name}`,
    title,
    when: formatMoment(at, zone),
    note: note ?? undefined,
  })
  return [
    ...(status === 'requested'
      ? [{ key: `${id}-next`, title: 'Berikutnya: didukung atau dijawab Dinas Kominfo', when: 'menunggu' }]
      : []),
    ...(status === 'endorsed'
      ? [{ key: `${id}-next`, title: 'Berikutnya: diaktifkan pengelola kim.id', when: 'menunggu' }]
      : []),
    ...(endedAt !== null
      ? [
          step(
            'ended',
            status === 'withdrawn' ? 'Ditarik oleh kelompok' : 'Dilepas, diganti atau dikembalikan',
            endedAt,
          ),
        ]
      : []),
    ...(decidedAt !== null
      ? [
          step(
            'decided',
            status === 'refused'
              ? endorsedAt === null
                ? 'Ditolak Dinas Kominfo'
                : 'Ditolak pengelola kim.id'
              : 'Diaktifkan',
            decidedAt,
            reason,
          ),
        ]
      : []),
    ...(endorsedAt !== null ? [step('endorsed', 'Didukung Dinas Kominfo', endorsedAt)] : []),
    step('requested', 'Diminta oleh kelompok', requestedAt),
  ]
}
