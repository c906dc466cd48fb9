/** What the audit trail of a group says, in words. */
const eventWords: Record<string, string> = {
  'group.suspended': 'Dibekukan sementara',
  'group.reactivated': 'Pembekuan dicabut',
  'group.suspension_ended': 'Pembekuan berakhir dengan sendirinya',
  'group.closed': 'Ditutup',
  'group.national_number_set': 'Nomor induk nasional diisi',
  'group.profile_changed': 'Profil diubah',
  'certificate.reissued': 'Tanda Daftar diterbitkan ulang',
  'chair.invited': 'Ketua diundang membuat akun',
  'handover.proposed': 'Serah terima ketua dimulai ketua',
  'handover.started_by_office': 'Serah terima ketua dimulai dinas',
  'handover.accepted': 'Calon ketua menyatakan bersedia',
  'handover.confirmed': 'Serah terima ketua disahkan',
  'handover.declined': 'Serah terima ketua ditolak',
  'handover.cancelled': 'Serah terima ketua dibatalkan',
  'decree.submitted': 'SK baru dikirim',
  'decree.confirmed': 'SK baru disahkan',
  'decree.declined': 'SK baru ditolak',
  'decree.withdrawn': 'SK baru ditarik kembali',
  'registration.submitted': 'Permohonan dikirim',
  'registration.taken': 'Permohonan mulai diperiksa',
  'registration.returned': 'Permohonan dikembalikan untuk diperbaiki',
  'registration.approved': 'Permohonan disetujui dan nomor terbit',
  'group.imported': 'Masuk dari impor daftar',
  'group.registered': 'Terdaftar',
  'subdomain.requested': 'Subdomain diminta',
}

/** Small steps of an application that would only fill the timeline. */
const unmentioned = new Set([
  'registration.created',
  'registration.saved',
  'registration.judged',
  'registration.handed_over',
  'registration.released',
])

/** An event in words; null for one that is not worth a line. */
export function groupEventWords(action: string): string | null {
  if (unmentioned.has(action)) return null
  return eventWords[action] ?? 'Data diubah'
}

const fieldWords: Record<string, string> = {
  reason: 'Alasan',
  name: 'Nama',
  chair: 'Ketua',
  successor: 'Calon ketua',
  decree: 'Nomor SK',
  validUntil: 'Berlaku sampai',
  suspendedUntil: 'Berakhir pada',
  nationalNumber: 'Nomor induk nasional',
}

/** The parts of a change that a person wants to read, one a line; of an application only the step itself. */
export function deltaWords(action: string, delta: Record<string, readonly unknown[]>): string {
  if (action.startsWith('registration.')) return ''
  const lines = Object.entries(fieldWords).flatMap(([field, word]) => {
    const [before, after] = delta[field] ?? []
    if (typeof after === 'string' && after !== '') {
      return typeof before === 'string' && before !== ''
        ? [`${word}: ${before} menjadi ${after}`]
        : [`${word}: ${after}`]
    }
    return []
  })
  if ('confirmedByProposer' in delta)
    lines.push('Disahkan petugas yang memulainya, karena tidak ada petugas lain.')
  return lines.join('\n')
}
