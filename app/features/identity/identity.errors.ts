import { AppError } from '~/platform/errors'

/** How the sentence about a taken address begins: the form offers ways on when it sees it. */
export const TAKEN = 'Sudah ada akun dengan nomor HP atau e-mail ini.'

/** An address belongs to one account; saying so is kinder than a riddle, and attempts are limited. */
export function contactTaken(field: string): AppError {
  return new AppError('contact_taken', 409, `${TAKEN} Pakai yang lain, atau masuk dengan akun itu.`, field)
}

export function presentPasswordWrong(): AppError {
  return new AppError(
    'present_password_wrong',
    422,
    'Sandi sekarang belum cocok. Tidak ada yang diubah.',
    'presentPassword',
  )
}

export function contactMissing(): AppError {
  return new AppError(
    'contact_missing',
    422,
    'Sisakan satu: nomor HP atau e-mail. Tanpa keduanya Anda tidak dapat masuk lagi.',
    'phone',
  )
}

export function resetLinkSpent(): AppError {
  return new AppError(
    'reset_link_spent',
    409,
    'Tautan ini sudah dipakai atau sudah lewat satu jam. Minta tautan baru di halaman Lupa sandi.',
  )
}

/** One sentence for a wrong code, an old code and an unknown person: none of them is confirmed. */
export function resetCodeWrong(): AppError {
  return new AppError(
    'reset_code_wrong',
    422,
    'Nomor HP atau e-mail dan kode ini belum cocok, atau kodenya sudah dipakai atau lewat 24 jam. Periksa lagi, atau minta kode baru di Dinas.',
    'code',
  )
}

export function invitationRepeated(): AppError {
  return new AppError(
    'invitation_repeated',
    409,
    'Undangan ini sudah dibuat dari formulir yang sama. Lihat daftar undangan di halaman ini; bila tautannya hilang, batalkan lalu undang lagi.',
  )
}

export function invitationSpent(): AppError {
  return new AppError(
    'invitation_spent',
    409,
    'Undangan ini sudah dipakai, dibatalkan atau lewat 14 hari. Minta undangan baru kepada yang mengundang.',
  )
}

export function ownInvitation(): AppError {
  return new AppError(
    'own_invitation',
    409,
    'Undangan ini Anda buat sendiri, jadi tidak dapat Anda terima. Kirimkan tautannya kepada orang yang diundang.',
  )
}

export function lastAdmin(): AppError {
  return new AppError(
    'last_admin',
    409,
    'Ini administrator terakhir. Angkat administrator lain lebih dahulu, supaya portal tetap ada yang mengurus.',
  )
}

export function ownAccount(): AppError {
  return new AppError(
    'own_account',
    409,
    'Akun sendiri tidak dapat dinonaktifkan. Mintalah administrator lain.',
  )
}
