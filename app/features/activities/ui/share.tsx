import { useId } from 'react'
import { formatDate } from '~/ui/format'

/** What is sent along: short, so that the link stays in sight. */
export function shareText({
  title,
  date,
  group,
  url,
}: {
  title: string
  date: string
  group: string
  url: string
}) {
  return `*${title}*\n${group}, ${formatDate(date)}\nBaca selengkapnya: ${url}`
}

/** Opens WhatsApp with the text, and shows it for copying. */
export function ShareByWhatsApp(props: Parameters<typeof shareText>[0]) {
  const id = useId()
  const text = shareText(props)
  return (
    <div className="no-print max-w-prose">
      <p>
        <a
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          rel="noopener"
          className="inline-flex min-h-11 items-center justify-center rounded-md border border-edge bg-white px-4 py-2 font-semibold text-teal-800 no-underline hover:border-teal-700 hover:bg-teal-50"
        >
          Bagikan lewat WhatsApp
        </a>
      </p>
      <label htmlFor={id} className="mt-4 mb-1 block text-sm text-soft">
        Atau salin teks ini
      </label>
      <textarea
        id={id}
        readOnly
        rows={4}
        defaultValue={text}
        className="w-full rounded-md border border-line bg-mist px-3 py-2 text-base"
      />
    </div>
  )
}
