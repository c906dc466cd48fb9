import { ActionButton, Form, SubmitButton } from '~/ui/form'
import type { Photo } from '../activity.queries.server'
import { MAX_PHOTOS } from '../activity-kinds'
import { PhotoChooser, useScripted } from './photo-chooser'
import { SmallPhoto } from './photo-grid'
import { PhotoSender } from './photo-sender'

/** The photos of an activity for the group's people, each with its way out, and room for more. */
export function OwnPhotos({
  activityId,
  photos,
  title,
  mayChange,
}: {
  activityId: string
  photos: Photo[]
  title: string
  mayChange: boolean
}) {
  const scripted = useScripted()
  return (
    <>
      {photos.length === 0 && <p className="text-soft">Belum ada foto.</p>}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <a href={`/foto/${photo.id}/besar`} className="block">
              <SmallPhoto {...photo} alt={`Foto ${at + 1}: ${title}`} />
            </a>
            {mayChange && (
              <ActionButton values={{ intent: 'removePhoto', photoId: photo.id }} variant="quiet">
                Hapus<span className="sr-only"> foto {at + 1}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <PhotoSender activityId={activityId} />}
      {mayChange && photos.length < MAX_PHOTOS && (
        <Form encType="multipart/form-data">
          <input type="hidden" name="intent" value="addPhotos" />
          <PhotoChooser activityId={activityId} stored={photos.length} sendsAtOnce />
          {!scripted && <SubmitButton variant="secondary">Tambah foto</SubmitButton>}
        </Form>
      )}
    </>
  )
}
