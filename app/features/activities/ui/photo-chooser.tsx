import { useEffect, useRef, useState } from 'react'
import { Button } from '~/ui/button'
import { MAX_PHOTOS, PHOTO_ACCEPT } from '../activity-kinds'
import { dropPhoto, queuePhotos, useQueuedPhotos } from './photo-queue'

/**
 * Chooses photos. Without a script they travel with the form; with one they are shrunk in the browser, shown here,
 * and sent after the text by `PhotoSender`, so that the text never waits for them.
 */
export function PhotoChooser({
  activityId,
  stored = 0,
  sendsAtOnce = false,
  errors,
}: {
  activityId: string
  /** How many the activity already has. */
  stored?: number
  /** The page sends what is chosen by itself, and shows it there. */
  sendsAtOnce?: boolean
  errors?: string[]
}) {
  const queued = useQueuedPhotos(activityId)
  const [message, setMessage] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const room = MAX_PHOTOS - stored - queued.length
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    queuePhotos(activityId, files.slice(0, Math.max(0, room)))
    setMessage(files.length > room ? `Paling banyak ${MAX_PHOTOS} foto; selebihnya tidak diambil.` : '')
    // What waits in the queue does not travel with the form a second time.
    input.value = ''
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was chosen before the script ran
  useEffect(() => {
    if (field.current?.files?.length) choose(field.current)
  }, [])
  return (
    <div className="my-6">
      <label htmlFor="kegiatan-photo" className="mb-1 block font-semibold">
        Foto <span className="font-normal text-soft">(boleh kosong, boleh menyusul)</span>
      </label>
      <p id="kegiatan-photo-petunjuk" className="mb-1.5 text-sm text-soft">
        Paling banyak {MAX_PHOTOS} foto JPEG, PNG atau WebP. Keterangan tempat dan alat di dalam foto dihapus.
      </p>
      <input
        id="kegiatan-photo"
        type="file"
        name="photo"
        multiple
        accept={PHOTO_ACCEPT}
        aria-describedby="kegiatan-photo-petunjuk"
        ref={field}
        onChange={(event) => choose(event.currentTarget)}
        className="block w-full rounded-md border border-dashed border-edge bg-mist p-3 text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-white file:px-3 file:font-semibold file:text-teal-800"
      />
      {errors && <p className="mt-1.5 font-medium text-red-700">{errors.join(' ')}</p>}
      <p role="status" className="mt-1.5 font-medium text-amber-700 empty:hidden">
        {message}
      </p>
      <ul className="mt-3 grid grid-cols-3 gap-2 empty:hidden sm:grid-cols-6">
        {queued
          .filter(({ state }) => state === 'chosen' && !sendsAtOnce)
          .map(({ id, preview }, at) => (
            <li key={id}>
              <img
                src={preview}
                alt={`Foto pilihan ${at + 1}`}
                className="aspect-square w-full rounded-md object-cover"
              />
              <Button type="button" variant="quiet" onClick={() => dropPhoto(id)}>
                Batal<span className="sr-only"> foto {at + 1}</span>
              </Button>
            </li>
          ))}
      </ul>
    </div>
  )
}

/** True once the browser runs our script. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return scripted
}
