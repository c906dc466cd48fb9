import type { ApplicationStatus } from '~/features/registration/registration.state'

export interface NextStep {
  /** Where it stands, in a word. */
  status: string
  tone: 'plain' | 'wait' | 'info' | 'good' | 'bad'
  /** Who has it and what comes next. */
  words: string
}

const steps: Record<ApplicationStatus, NextStep> = {
  draft: { status: 'Draf', tone: 'plain', words: 'Lengkapi isiannya, lalu kirim untuk diperiksa.' },
  submitted: {
    status: 'Menunggu diperiksa',
    tone: 'wait',
    words: 'Sudah di Dinas. Anda tidak perlu berbuat apa-apa.',
  },
  under_review: { status: 'Sedang diperiksa', tone: 'wait', words: 'Petugas Dinas sedang memeriksa.' },
  returned: {
    status: 'Perlu diperbaiki',
    tone: 'bad',
    words: 'Perbaiki hanya bagian yang ditandai, lalu kirim lagi.',
  },
  approved: { status: 'Disetujui', tone: 'good', words: 'Kelompok Anda sudah terdaftar.' },
  rejected: { status: 'Ditolak', tone: 'bad', words: 'Baca alasannya; Anda boleh mendaftar lagi.' },
  withdrawn: { status: 'Ditarik', tone: 'plain', words: 'Anda menarik pendaftaran ini.' },
}

/** Where an application stands for the one who wrote it, and what comes next. */
export function nextStep(status: ApplicationStatus): NextStep {
  return steps[status]
}
