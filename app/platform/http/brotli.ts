import { constants } from 'node:zlib'

/**
 * How pages and files are compressed: with a window of 256 kB, which gives the same bytes as the usual one of 4 MB.
 * That one takes some 8 MB outside the heap for each longer page, and the collector, which sees them go by, searched
 * the whole heap for every ten answers.
 */
export function brotliParams(quality: number): Record<number, number> {
  return { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 18 }
}
