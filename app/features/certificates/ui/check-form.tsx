import { Button } from '~/ui/button'

/** One field for a number, sent as a GET. */
export function CheckForm({ typed = '', problem = null }: { typed?: string; problem?: string | null }) {
  const described = ['nomor-hint', problem && 'nomor-salah'].filter(Boolean).join(' ')
  return (
    <form action="/verifikasi" method="get" className="max-w-xl">
      <label htmlFor="nomor" className="mb-1 block font-semibold">
        Nomor registrasi KIM
      </label>
      <p id="nomor-hint" className="mb-1.5 text-sm text-soft">
        12 angka, misalnya 9404 1220 0301. Spasi dan titik tidak masalah.
      </p>
      <div className="flex gap-2">
        <input
          id="nomor"
          name="nomor"
          defaultValue={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={300}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described}
          // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how a refused field takes the focus
          autoFocus={problem !== null}
          className="min-h-12 w-full min-w-0 rounded-md border border-edge bg-white px-3 text-lg tracking-wide hover:border-teal-700 aria-invalid:border-red-700 aria-invalid:ring-1 aria-invalid:ring-red-700"
        />
        <Button className="min-h-12 shrink-0 px-5">Cek nomor</Button>
      </div>
      {problem && (
        <p id="nomor-salah" role="alert" className="mt-1.5 font-medium text-red-700">
          {problem}
        </p>
      )}
    </form>
  )
}
