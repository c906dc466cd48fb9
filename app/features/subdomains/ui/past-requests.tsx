import type { Zone } from '~/platform/calendar'
import { Badge } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
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
        <Fold
          key={request.id}
          look="row"
          label={
            <>
              <span className="mr-auto break-all">{request.label}.kim.id</span>
              <Badge tone={subdomainStatusTones[request.status]}>
                {subdomainStatusWords[request.status]}
              </Badge>
            </>
          }
          open={at === 0 && request.status === 'refused'}
        >
          <Timeline items={stepsOf(request, zone)} />
        </Fold>
      ))}
    </Section>
  )
}
