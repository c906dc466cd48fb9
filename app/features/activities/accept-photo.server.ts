import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Services } from '~/platform/services'
import { MAX_PHOTO_BYTES } from './activities.schema'
import { photoErrors } from './photos.errors'

/** A photo that was written anew in two sizes and stored. */
export interface AcceptedPhoto {
  sha256: string
  smallSha256: string
  /** Of the large one. */
  width: number
  height: number
  bytes: number
}

const MAX_PIXELS = 50_000_000
const LARGE_SIDE = 1600
const SMALL_SIDE = 360

/**
 * Looks at the bytes of a photo, writes it anew without metadata (phones note where it was taken) and upright, as
 * JPEG of at most 1600 and of at most 360 pixels a side, and stores both. The name that it came with is not used.
 * Call it before the transaction that adds the photo.
 * @throws photo_empty, photo_too_large, photo_heic, photo_unknown_kind, photo_too_many_pixels, photo_does_not_open, 422
 */
export async function acceptPhoto(
  { storage }: Pick<Services, 'storage'>,
  file: Blob,
): Promise<AcceptedPhoto> {
  if (file.size === 0) throw photoErrors.empty()
  if (file.size > MAX_PHOTO_BYTES) throw photoErrors.tooLarge()
  const sent = new Uint8Array(await file.arrayBuffer())
  await assertPhoto(sent)
  const large = await rewrite(sent, LARGE_SIDE, 80)
  const small = await rewrite(large.data, SMALL_SIDE, 72)
  return {
    sha256: await storage.put(large.data),
    smallSha256: await storage.put(small.data),
    width: large.info.width,
    height: large.info.height,
    bytes: large.data.byteLength,
  }
}

/** What the bytes are, whatever the name and the browser say. */
async function assertPhoto(bytes: Uint8Array): Promise<void> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime && /^image\/(heic|heif)/.test(mime)) throw photoErrors.heic()
  if (!mime || !/^image\/(jpeg|png|webp)$/.test(mime)) throw photoErrors.unknownKind()
}

async function rewrite(bytes: Uint8Array, side: number, quality: number) {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw photoErrors.tooManyPixels()
    throw photoErrors.doesNotOpen()
  }
}
