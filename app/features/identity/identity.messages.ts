import type { Role } from './permissions'

export const roleWords: Record<Role, string> = {
  volunteer: 'Relawan KIM',
  regency_officer: 'Petugas Dinas kabupaten/kota',
  province_officer: 'Petugas Dinas provinsi',
  national_officer: 'Petugas kementerian',
  registrar: 'Pengelola nama kim.id',
  admin: 'Administrator',
}

/** What a role is there for, in one line for the person who gives or gets it. */
export const roleMeanings: Record<Role, string> = {
  volunteer: 'mengurus kelompoknya sendiri',
  regency_officer: 'memeriksa dan memutuskan pendaftaran KIM di kabupaten/kotanya',
  province_officer: 'membaca data provinsinya dan mengundang petugas kabupaten/kota',
  national_officer: 'membaca data seluruh Indonesia',
  registrar: 'mengaktifkan nama kim.id',
  admin: 'mengurus akun, peran dan pengaturan portal',
}

/** `+6281234567890` as `0812 3456 7890`; numbers of other countries stay as they are. */
export function phoneWords(phone: string): string {
  if (!phone.startsWith('+62')) return phone
  return `0${phone.slice(3)}`.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Enough of a contact to recognise it, not enough to use it: `0812 •••• 7890`, `yo•••@contoh.id`. */
export function veiledContact({ email, phone }: { email: string | null; phone: string | null }): string {
  const parts: string[] = []
  if (phone) {
    const words = phone.startsWith('+62') ? `0${phone.slice(3)}` : phone
    parts.push(`${words.slice(0, 4)} •••• ${words.slice(-3)}`)
  }
  if (email) {
    const [name = '', host = ''] = email.split('@')
    parts.push(`${name.slice(0, 2)}•••@${host}`)
  }
  return parts.join(', ')
}
