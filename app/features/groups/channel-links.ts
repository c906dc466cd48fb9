import type { ChannelKind } from './groups.schema'

/** Where a stored channel leads, and the short form in which it is read. */
export function channelLink(kind: ChannelKind, value: string): { href: string; text: string } {
  if (kind === 'email') return { href: `mailto:${value}`, text: value }
  if (kind === 'whatsapp') return { href: `https://wa.me/${value.replace(/\D/g, '')}`, text: spaced(value) }
  return { href: value, text: value.replace(/^https?:\/\/(www\.)?/, '') }
}

/** `+6281234567890` as `+62 812 3456 7890`. */
function spaced(phone: string): string {
  const parts = /^\+62(\d{3})(\d{3,4})(\d+)$/.exec(phone)
  return parts ? `+62 ${parts[1]} ${parts[2]} ${parts[3]}` : phone
}
