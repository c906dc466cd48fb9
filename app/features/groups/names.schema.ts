import { z } from 'zod'
import { tidy } from '~/platform/text'

/** Latin letters with any accents, figures and the marks found in names: what the certificate's typeface can print. */
const PRINTABLE = /^[\p{Script=Latin}\p{M}\p{N} .,'’"“”()/&+:–-]+$/u
const HAS_LETTER = /\p{Script=Latin}/u
/** Sixteen figures in a row, with or without separators, are a NIK: no name holds one. */
const NIK = /(?:\d[\s.-]?){15}\d/

/**
 * A name as it will be printed: tidied, with letters, of sensible length, without emoji or other scripts,
 * and never with a NIK in it.
 * @param what how the field is called in a sentence, "Nama kelompok"
 */
export function nameText(what: string, { min, max }: { min: number; max: number }) {
  return z
    .string({ error: `${what} belum diisi.` })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(min, `${what} terlalu pendek; tulis paling sedikit ${min} huruf.`)
        .max(max, `${what} terlalu panjang; paling banyak ${max} huruf.`)
        .refine((name) => !NIK.test(name), {
          error: 'Tampaknya ada NIK di sini. Portal ini tidak menyimpan NIK; tulis namanya saja.',
          abort: true,
        })
        .refine((name) => HAS_LETTER.test(name), { error: `${what} harus memuat huruf.`, abort: true })
        .refine((name) => PRINTABLE.test(name), {
          error: `${what} ditulis dengan huruf Latin, angka dan tanda baca biasa, tanpa emoji, supaya dapat dicetak.`,
        }),
    )
}

export const groupName = nameText('Nama kelompok', { min: 3, max: 100 })
export const personName = nameText('Nama orang', { min: 2, max: 80 })
