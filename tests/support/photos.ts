import sharp from 'sharp'

/** A real JPEG as a phone takes it: with the place and the device written into it, and lying on its side. */
export async function aPhoto({
  width = 400,
  height = 300,
  colour = '#0b5a5a',
}: {
  width?: number
  height?: number
  colour?: string
} = {}): Promise<File> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Telepon Contoh' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '4/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '136/1 53/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'IMG_20261120_rumah_pak_rt.jpg', { type: 'image/jpeg' })
}
