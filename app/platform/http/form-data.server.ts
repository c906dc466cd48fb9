import { MaxFilesExceededError, parseFormData } from '@remix-run/form-data-parser'
import { AppError } from '~/platform/errors'

/**
 * Hard limits, sizes in megabytes. Whoever breaks one loses what was typed, so they lie above what any form of the portal
 * allows: six photos of 12 MB, also when some more were chosen. The form's own limits are checked afterwards, in words.
 */
const MOST = { files: 24, file: 25, request: 80 }
const MEGABYTE = 1024 * 1024

/**
 * Reads a form with or without files; file inputs in which nothing was chosen are dropped.
 * @throws form_too_large, form_too_many_files 413 when the request exceeds the hard limits
 */
export async function readForm(request: Request): Promise<FormData> {
  let form: FormData
  try {
    form = await parseFormData(request, {
      maxFiles: MOST.files,
      maxFileSize: MOST.file * MEGABYTE,
      maxTotalSize: MOST.request * MEGABYTE,
      maxParts: 2000,
    })
  } catch (error) {
    if (error instanceof MaxFilesExceededError) {
      throw new AppError(
        'form_too_many_files',
        413,
        `Berkasnya terlalu banyak: satu kiriman paling banyak ${MOST.files} berkas. Yang sudah tersimpan sebelumnya tetap ada; kembali, pilih lebih sedikit berkas, lalu kirim lagi.`,
      )
    }
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
