import type { ChannelKind } from './groups.schema'

/** A channel as it is stored: an address, an E.164 number or a canonical link; or why it was not understood. */
export type ChannelReading = { value: string } | { problem: string }

const MAX_LENGTH = 200

/** Reads what a person typed for a channel: a handle or a whole address, with or without https. */
export function readChannel(kind: ChannelKind, typed: string): ChannelReading {
  const text = typed.trim()
  if (text.length > MAX_LENGTH) return { problem: 'Terlalu panjang; tulis alamat yang pendek.' }
  return readers[kind](text)
}

const readers: Record<ChannelKind, (text: string) => ChannelReading> = {
  email(text) {
    const good = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\.]+(\.[^\s@<>()",;:\\.]+)+$/.test(text)
    return good ? { value: text.toLowerCase() } : { problem: 'Tulis alamat e-mail seperti nama@contoh.id.' }
  },
  whatsapp(text) {
    const number = text.replace(/^(https?:\/\/)?(api\.whatsapp\.com\/send\?phone=|wa\.me\/)/i, '')
    const digits = number.replace(/[\s().-]/g, '')
    const international = digits
      .replace(/^00/, '+')
      .replace(/^0/, '+62')
      .replace(/^62/, '+62')
      .replace(/^8/, '+628')
    const good = international.startsWith('+62')
      ? /^\+628\d{7,11}$/.test(international)
      : /^\+[1-9]\d{7,14}$/.test(international)
    return good ? { value: international } : { problem: 'Tulis nomor ponsel seperti 0812 3456 7890.' }
  },
  website(text) {
    const url = asUrl(text)
    if (!url?.hostname.includes('.')) return { problem: 'Tulis alamat situs seperti https://contoh.id.' }
    return { value: url.href.replace(/\/$/, '') }
  },
  instagram: social({
    hosts: ['instagram.com'],
    handle: /^[a-z0-9._]{1,30}$/i,
    link: (handle) => `https://www.instagram.com/${handle}`,
    example: '@kim.nawaripi',
  }),
  facebook(text) {
    const handle = text.replace(/^@/, '')
    if (/^[a-z0-9.]{3,50}$/i.test(handle) && !/^(www\.)?facebook\.com$/i.test(handle)) {
      return { value: `https://www.facebook.com/${handle}` }
    }
    const url = socialUrl(text, ['facebook.com', 'fb.com'])
    const path = url?.pathname.replace(/\/+$/, '') ?? ''
    if (!url || path === '') {
      return { problem: 'Tulis nama halaman atau salin alamatnya, misalnya facebook.com/kimnawaripi.' }
    }
    const id = path === '/profile.php' ? url.searchParams.get('id') : null
    if (path === '/profile.php' && !/^\d+$/.test(id ?? ''))
      return { problem: 'Salin alamat halaman lengkap.' }
    return { value: `https://www.facebook.com${path}${id ? `?id=${id}` : ''}` }
  },
  youtube(text) {
    const handle = text.replace(/^@/, '')
    if (/^[\p{L}\p{N}._-]{3,30}$/u.test(handle) && !/^(www\.)?youtube\.com$/i.test(handle)) {
      return { value: `https://www.youtube.com/@${handle}` }
    }
    const url = socialUrl(text, ['youtube.com'])
    const path = url && /^\/(@[^/]+|channel\/[\w-]+|c\/[^/]+|user\/[^/]+)/.exec(url.pathname)?.[0]
    return path
      ? { value: `https://www.youtube.com${path}` }
      : { problem: 'Tulis nama kanal seperti @kimnawaripi, atau salin alamat kanalnya.' }
  },
  tiktok: social({
    hosts: ['tiktok.com'],
    handle: /^[a-z0-9._]{2,24}$/i,
    link: (handle) => `https://www.tiktok.com/@${handle}`,
    example: '@kimnawaripi',
  }),
  x: social({
    hosts: ['x.com', 'twitter.com'],
    handle: /^[a-z0-9_]{1,15}$/i,
    link: (handle) => `https://x.com/${handle}`,
    example: '@kimnawaripi',
  }),
}

function social({
  hosts,
  handle,
  link,
  example,
}: {
  hosts: string[]
  handle: RegExp
  link: (handle: string) => string
  example: string
}): (text: string) => ChannelReading {
  return (text) => {
    const bare = text.replace(/^@/, '')
    const host = hosts.includes(bare.toLowerCase().replace(/^www\./, ''))
    if (!host && handle.test(bare)) return { value: link(bare) }
    const first = socialUrl(text, hosts)?.pathname.split('/')[1]?.replace(/^@/, '') ?? ''
    return handle.test(first)
      ? { value: link(first) }
      : { problem: `Tulis nama akun seperti ${example}, atau salin alamatnya.` }
  }
}

/** The address when it lies on one of the hosts or below it (`m.`, `www.`, `web.`). */
function socialUrl(text: string, hosts: string[]): URL | null {
  const url = asUrl(text)
  const known = url && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  return known ? url : null
}

/** An http(s) address; anything with another scheme (javascript:, data:) or a password in it is none. */
function asUrl(text: string): URL | null {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return null
  try {
    const url = new URL(scheme ? text : `https://${text.replace(/^\/\//, '')}`)
    return url.username === '' && url.password === '' && !/\s/.test(text) ? url : null
  } catch {
    return null
  }
}
