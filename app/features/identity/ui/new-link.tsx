import { Callout } from '~/ui/callout'

/** The link of a fresh invitation: shown once, to be copied or sent by WhatsApp. */
export function NewLink({ link, name, emailed }: { link: string; name: string; emailed: boolean }) {
  const words = `Halo ${name}, ini undangan Anda ke Simpul KIM. Berlaku 14 hari dan sekali pakai: ${link}`
  return (
    <Callout tone="good" role="status" title={`Undangan untuk ${name} sudah dibuat`}>
      <p>
        {emailed ? 'Tautannya sudah dikirim lewat e-mail. ' : ''}
        Tautan ini hanya ditampilkan sekali. Salin sekarang, atau kirim lewat WhatsApp kepada {name} sendiri.
      </p>
      <label htmlFor="tautan-undangan" className="mt-3 mb-1 block font-semibold">
        Tautan undangan
      </label>
      <input
        id="tautan-undangan"
        readOnly
        value={link}
        className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base"
      />
      <p className="mt-2">
        <a
          href={`https://wa.me/?text=${encodeURIComponent(words)}`}
          rel="noreferrer"
          target="_blank"
          className="inline-flex min-h-11 items-center font-semibold"
        >
          Kirim lewat WhatsApp
        </a>
      </p>
    </Callout>
  )
}
