import type { Zone } from '~/platform/calendar'
import { Badge } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Section } from '~/ui/page'
import type { OwnRequest } from '../group-subdomain.queries.server'
import { subdomainStatusTones, subdomainStatusWords } from '../subdomains.messages'
import { stepsOf } from './own-requests'

/** What became of earlier requests; a refusal shows its reason first. */
export function PastRequests({ requests, zone }: { requests: OwnRequest[]; zone: Zone }) {
  if (requests.length === 0) return null
  return (
    <Section title="Permintaan sebelumnya">
      {requests.map((request, at) => (
        <details
          key={request.id}
          open={at === 0 && request.status === 'refused'}
          className="border-b border-line py-2"
        >
          <summary className="min-h-11 cursor-pointer py-2">
            <span className="mr-3 font-medium break-all">{request.label}.kim.id</span>
            <Badge tone={subdomainStatusTones[request.status]}>{subdomainStatusWords[request.status]}</Badge>
          </summary>
          <div className="py-3">
            <Timeline items={stepsOf(request, zone)} />
          </div>
        </details>
      ))}
    </Section>
  )
}
