import { MAX_PHOTOS, PHOTO_ACCEPT } from '../activities.schema'

/** Chooses photos for the form that is about to be sent. */
export function PhotoChooser({ errors }: { activityId: string; errors?: string[] }) {
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
        className="block w-full rounded-md border border-dashed border-edge bg-mist p-3 text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-white file:px-3 file:font-semibold file:text-teal-800"
      />
      {errors && <p className="mt-1.5 font-medium text-red-700">{errors.join(' ')}</p>}
    </div>
  )
}
