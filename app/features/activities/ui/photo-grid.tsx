import type { Photo } from '../activity.queries.server'

/** Small photos that open the large ones; they load when they come near the screen. */
export function PhotoGrid({ photos, title }: { photos: Photo[]; title: string }) {
  if (photos.length === 0) return null
  return (
    <ul className="my-6 grid grid-cols-2 gap-2 sm:grid-cols-3">
      {photos.map(({ id, width, height }, at) => (
        <li key={id}>
          <a href={`/foto/${id}/besar`} className="block">
            <SmallPhoto id={id} width={width} height={height} alt={`Foto ${at + 1}: ${title}`} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The small version of a photo, cut to four by three. */
export function SmallPhoto({ id, width, height, alt }: Photo & { alt: string }) {
  const shrink = Math.min(1, 360 / Math.max(width, height))
  return (
    <img
      src={`/foto/${id}/kecil`}
      alt={alt}
      width={Math.round(width * shrink)}
      height={Math.round(height * shrink)}
      loading="lazy"
      decoding="async"
      className="aspect-[4/3] w-full rounded-md bg-mist object-cover"
    />
  )
}
