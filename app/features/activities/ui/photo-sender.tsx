import { useRevalidator, useRouteLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '~/ui/button'
import { dropPhoto, retryPhotos, sendPhotos, useQueuedPhotos } from './photo-queue'

/** Sends the photos that wait in this browser for a stored activity, and shows how far they are. */
export function PhotoSender({ activityId }: { activityId: string }) {
  const queued = useQueuedPhotos(activityId)
  const { revalidate, state: reading } = useRevalidator()
  const csrf = useRouteLoaderData<{ csrf: string }>('root')?.csrf ?? ''
  useEffect(() => sendPhotos(activityId, csrf), [activityId, csrf])
  // A page that was read anew carries the token of now.
  useEffect(() => {
    if (reading === 'idle') retryPhotos(activityId)
  }, [reading, activityId])
  const before = useRef(queued.length)
  useEffect(() => {
    if (queued.length < before.current) revalidate()
    before.current = queued.length
  }, [queued.length, revalidate])
  const unsent = queued.some(({ state }) => state !== 'refused')
  const isSignedOut = queued.some(({ state }) => state === 'signedOut')
  if (queued.length === 0) return null
  return (
    <div className="my-4 rounded-md bg-mist px-4 py-3">
      <p role="status" className="font-semibold">
        {unsent
          ? `${queued.length} foto sedang dikirim. Catatannya sudah tersimpan.`
          : 'Ada foto yang tidak diterima.'}
      </p>
      <ul className="divide-y divide-line">
        {queued.map(({ id, preview, state, progress, message }, at) => (
          <li key={id} className="flex items-center gap-4 py-2">
            <img src={preview} alt={`Foto ${at + 1}`} className="size-14 shrink-0 rounded-md object-cover" />
            <div className="min-w-0 flex-1">
              {state === 'sending' && (
                <progress
                  value={progress}
                  max={1}
                  aria-label={`Foto ${at + 1} terkirim`}
                  className="w-full accent-teal-700"
                />
              )}
              <p className="text-sm">{message || (state === 'chosen' ? 'Menunggu giliran' : '')}</p>
            </div>
            {state === 'refused' && (
              <Button type="button" variant="quiet" onClick={() => dropPhoto(id)}>
                Tutup
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(isSignedOut || queued.some(({ state }) => state === 'waiting')) && (
        <Button
          type="button"
          variant="secondary"
          onClick={() => (isSignedOut ? revalidate() : retryPhotos(activityId))}
        >
          Coba kirim lagi
        </Button>
      )}
    </div>
  )
}
