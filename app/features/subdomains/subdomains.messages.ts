import type { Tone } from '~/ui/callout'
import type { SubdomainStatus } from './subdomains.state'

/** A request's stage in a word, for badges and filters. */
export const subdomainStatusWords: Record<SubdomainStatus, string> = {
  requested: 'Menunggu Dinas Kominfo',
  endorsed: 'Menunggu pengaktifan',
  active: 'Aktif',
  refused: 'Ditolak',
  withdrawn: 'Ditarik',
  released: 'Dilepas',
}

export const subdomainStatusTones: Record<SubdomainStatus, Tone> = {
  requested: 'wait',
  endorsed: 'wait',
  active: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  released: 'plain',
}
