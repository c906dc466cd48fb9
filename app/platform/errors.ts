/** How an error reaches a person: the HTTP status that tells the truth about it. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503

/** One of several things that a person may have meant. */
export interface Choice {
  value: string
  label: string
}

/**
 * An error with words for the person who met it.
 * `code` is stable and meant for support and tests; `message` is Indonesian and says what happened,
 * what was kept and what to do next; `field` names the form field it belongs to;
 * `fieldMessages` has words for several fields at once; `choices` is what to choose from to put it right.
 */
export class AppError extends Error {
  readonly isAppError = true
  constructor(
    readonly code: string,
    readonly status: ErrorStatus,
    message: string,
    readonly field?: string,
    readonly fieldMessages?: Record<string, string>,
    readonly choices?: Choice[],
  ) {
    super(message)
    this.name = 'AppError'
  }
}

/** True for an AppError from any bundle: the server and the built pages each load their own copy of the class. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && 'isAppError' in error
}

/** The one answer for what does not exist and for what lies outside a person's region: neither is confirmed. */
export function notFound(): AppError {
  return new AppError(
    'not_found',
    404,
    'Halaman atau data ini tidak ditemukan. Periksa kembali alamatnya, atau mulai dari beranda.',
  )
}

/** Someone else saved first: nothing was overwritten. */
export function changedMeanwhile(): AppError {
  return new AppError(
    'changed_meanwhile',
    409,
    'Data ini baru saja diubah orang lain. Perubahan Anda belum disimpan dan tidak menimpa apa pun. Periksa dahulu keadaan terbarunya, lalu coba sekali lagi.',
  )
}
