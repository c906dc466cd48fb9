import sharp from 'sharp'
import { fileErrors } from './documents.errors'

export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp'

const MAX_PIXELS = 40_000_000
/** Enough to read small print of an A4 page. */
const MAX_SIDE = 2400

/**
 * Writes a picture anew: upright, at most 2400 pixels a side, without any metadata
 * (a phone writes down where and with what a photo was taken).
 * @throws file_too_many_pixels, file_does_not_open
 */
export async function reencodePicture(
  bytes: Uint8Array,
  mime: PictureMime,
  field?: string,
): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
  try {
    const upright = picture
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    switch (mime) {
      case 'image/jpeg':
        return await upright.jpeg({ quality: 82, mozjpeg: true }).toBuffer()
      case 'image/png':
        return await upright.png({ compressionLevel: 9 }).toBuffer()
      case 'image/webp':
        return await upright.webp({ quality: 82 }).toBuffer()
    }
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw fileErrors.tooManyPixels(field)
    throw fileErrors.doesNotOpen(field)
  }
}
