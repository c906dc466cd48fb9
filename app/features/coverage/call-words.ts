import { formatDate } from '~/ui/format'

interface Called {
  chair: string | null
  name: string
  lastOn: string | null
  on: string | null
}

/**
 * A friendly word to a chair whose group is asleep since a day or will be, ready to be sent.
 * @param on that day; an activity on it or later has woken the group again
 */
export function callWords({ chair, name, lastOn, on }: Called, today: string): string {
  return [
    `Halo${chair ? ` Bapak/Ibu ${chair}` : ''}, kami dari Dinas Kominfo.`,
    lastOn
      ? `Kegiatan terakhir ${name} yang tercatat di Simpul KIM tanggal ${formatDate(lastOn)}.`
      : `Belum ada kegiatan ${name} yang tercatat di Simpul KIM.`,
    on && (lastOn ?? '') < on && sleepWords(on, today),
    'Bila sudah ada kegiatan yang belum dicatat, silakan dicatat ya. Kalau ada kendala, ceritakan kepada kami; kami siap membantu.',
  ]
    .filter(Boolean)
    .join(' ')
}

function sleepWords(on: string, today: string): string {
  return on <= today
    ? `Sejak ${formatDate(on)} kelompoknya terhitung vakum.`
    : `Bila belum ada kegiatan baru, mulai ${formatDate(on)} kelompoknya terhitung vakum.`
}

/**
 * The address that opens a conversation, with the text ready where what is known of the group is of today.
 * @param asOf until when its activities are known
 */
export function whatsappHref(
  phone: string,
  called: Called,
  { today, asOf }: { today: string; asOf: string },
): string {
  const address = `https://wa.me/${phone.replace(/\D/g, '')}`
  return asOf === today ? `${address}?text=${encodeURIComponent(callWords(called, today))}` : address
}
