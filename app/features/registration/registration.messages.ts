import type { Section } from './registration.schema'
import type { ApplicationStatus } from './registration.state'

export const applicationStatusWords: Record<ApplicationStatus, string> = {
  draft: 'Draf',
  submitted: 'Menunggu diperiksa',
  under_review: 'Sedang diperiksa',
  returned: 'Perlu diperbaiki',
  approved: 'Disetujui',
  rejected: 'Ditolak',
  withdrawn: 'Ditarik kembali',
}

/** What happened when an application came into a status, for its timeline. */
export const applicationEventWords: Record<ApplicationStatus, string> = {
  draft: 'Draf dibuat',
  submitted: 'Masuk antrean pemeriksaan',
  under_review: 'Mulai diperiksa',
  returned: 'Dikembalikan untuk diperbaiki',
  approved: 'Disetujui',
  rejected: 'Ditolak',
  withdrawn: 'Ditarik kembali',
}

export const sectionWords: Record<Section, string> = {
  identity: 'Wilayah dan identitas',
  formation: 'Pembentukan',
  board: 'Pengurus',
  contact: 'Kontak dan kanal',
}

/** The last part of each step's address, in the order of the steps. */
export const sectionPaths: Record<Section, string> = {
  identity: 'identitas',
  formation: 'pembentukan',
  board: 'pengurus',
  contact: 'kontak',
}

/** The address of an application's page. */
export function applicationPath(applicationId: string, page = ''): string {
  return `/kelompok/pendaftaran/${applicationId}${page && `/${page}`}`
}
