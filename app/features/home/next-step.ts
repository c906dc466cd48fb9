import type { ApplicationStatus } from '~/features/registration/registration.state'

interface NextStep {
  tone: 'plain' | 'wait' | 'info' | 'good' | 'bad'
  /** Who has it and what comes next. */
  words: string
}

/** Where an application stands for the one who wrote it, and what comes next. */
export const nextSteps: Record<ApplicationStatus, NextStep> = {
  draft: { tone: 'plain', words: 'Lengkapi isiannya, lalu kirim untuk diperiksa.' },
  submitted: { tone: 'wait', words: 'Sudah di Dinas. Anda tidak perlu berbuat apa-apa.' },
  under_review: { tone: 'wait', words: 'Petugas Dinas sedang memeriksa.' },
  returned: { tone: 'bad', words: 'Perbaiki hanya bagian yang ditandai, lalu kirim lagi.' },
  approved: { tone: 'good', words: 'Kelompok Anda sudah terdaftar.' },
  rejected: { tone: 'bad', words: 'Baca alasannya; Anda boleh mendaftar lagi.' },
  withdrawn: { tone: 'plain', words: 'Anda menarik pendaftaran ini.' },
}
