import type { ApplicationStatus } from './registration.state'

/** Who has the application now, and what comes next, in words for who sent it. */
export function stageOf(status: ApplicationStatus, office: string): { who: string; next: string } {
  switch (status) {
    case 'draft':
      return {
        who: 'Ada pada Anda',
        next: 'Lengkapi semua langkah, lalu kirim. Belum ada yang melihatnya selain Anda.',
      }
    case 'submitted':
      return { who: `Ada di ${office}`, next: `${office} akan memeriksa isian dan berkasnya satu per satu.` }
    case 'under_review':
      return {
        who: `Sedang diperiksa ${office}`,
        next: 'Setelah diperiksa: disetujui dan mendapat nomor, atau dikembalikan bagian yang perlu diperbaiki saja.',
      }
    case 'returned':
      return {
        who: 'Ada pada Anda',
        next: 'Perbaiki bagian yang ditandai saja, lalu kirim lagi. Bagian lain tetap diterima.',
      }
    case 'approved':
      return { who: 'Selesai', next: 'Kelompok sudah terdaftar dan punya nomor registrasi.' }
    case 'rejected':
      return {
        who: 'Selesai',
        next: `Bila keadaannya berubah, Anda boleh membuat permohonan baru. Untuk bertanya, hubungi ${office}.`,
      }
    case 'withdrawn':
      return {
        who: 'Selesai',
        next: 'Permohonan ini tidak diperiksa lagi. Anda boleh membuat permohonan baru.',
      }
  }
}
