import type { JobStatus } from '~/platform/jobs/jobs.tables'

export const jobStatusWords: Record<JobStatus, string> = {
  queued: 'Menunggu',
  running: 'Berjalan',
  done: 'Selesai',
  dead: 'Berhenti',
}

/** Kinds of background work in words; one without words is shown by its code. */
export const jobKindWords: Record<string, string> = {
  'mail.send': 'Mengirim pesan',
  'certificate.render': 'Membuat PDF Tanda Daftar',
  'publication.make': 'Membuat dokumen bernomor',
  'coverage.recount': 'Menghitung ulang cakupan kabupaten/kota',
  'mapping.checkList': 'Memeriksa daftar pemetaan',
  'mapping.applyList': 'Memasukkan daftar pemetaan',
  'mapping.removeListFile': 'Menghapus berkas daftar yang dibuang',
  'mapping.drawDocument': 'Membuat dokumen pemetaan',
  'groups.endSuspensions': 'Mengakhiri pembekuan yang habis waktunya',
  'groups.remindOfDecrees': 'Mengingatkan SK yang akan habis',
  'activities.remindOfWaiting': 'Mengingatkan kegiatan yang lama menunggu',
  'coordination.remindOfOverdue': 'Mengingatkan catatan koordinasi yang lewat tenggat',
}
