import { parseFormData } from '@remix-run/form-data-parser'
import { AppError } from '~/platform/errors'

/** Hard limits in megabytes; what a kind of file may hold less than that is checked afterwards, so that a sentence can name it. */
const MOST = { file: 25, request: 50 }
const MEGABYTE = 1024 * 1024

/**
 * Reads a form with or without files; file inputs in which nothing was chosen are dropped.
 * @throws form_too_large 413 when the request exceeds the hard limits
 */
export async function readForm(request: Request): Promise<FormData> {
  let form: FormData
  try {
    form = await parseFormData(request, {
      maxFiles: 8,
      maxFileSize: MOST.file * MEGABYTE,
      maxTotalSize: MOST.request * MEGABYTE,
      maxParts: 2000,
    })
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : ''
    if (name.startsWith('Max')) {
      throw new AppError(
        'form_too_large',
        413,
        `Kiriman terlalu besar. Satu berkas paling besar ${MOST.file} MB dan satu kiriman ${MOST.request} MB; batas tiap berkas tertulis di formulirnya. Yang sudah tersimpan sebelumnya tetap ada; kembali, pilih berkas yang lebih kecil, lalu kirim lagi.`,
      )
    }
    throw new AppError(
      'form_unreadable',
      400,
      'Kiriman tidak dapat dibaca, mungkin karena sambungan terputus. Yang sudah tersimpan sebelumnya tetap ada; silakan kirim lagi.',
    )
  }
  for (const [name, value] of [...form.entries()]) {
    if (typeof value !== 'string' && value.size === 0 && value.name === '') form.delete(name)
  }
  return form
}
