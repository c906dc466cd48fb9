import { formatDate } from '~/ui/format'

/** A friendly word to a chair whose group will be asleep soon, ready to be sent. */
export function callWords({
  chair,
  name,
  lastOn,
  on,
}: {
  chair: string | null
  name: string
  lastOn: string | null
  on: string | null
}): string {
  return [
    `Selamat siang${chair ? ` Bapak/Ibu ${chair}` : ''}, kami dari Dinas Kominfo.`,
    lastOn
      ? `Kegiatan terakhir ${name} yang tercatat di Simpul KIM tanggal ${formatDate(lastOn)}.`
      : `Belum ada kegiatan ${name} yang tercatat di Simpul KIM.`,
    on && `Bila belum ada kegiatan baru, mulai ${formatDate(on)} kelompoknya terhitung vakum.`,
    'Bila sudah ada kegiatan yang belum dicatat, silakan dicatat ya. Kalau ada kendala, ceritakan kepada kami; kami siap membantu.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The address that opens a conversation with the text ready. */
export function whatsappHref(phone: string, text: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`
}
