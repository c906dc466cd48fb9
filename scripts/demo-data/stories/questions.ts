/** What offices ask back, and how groups answer. */
export const questions = [
  {
    comment: 'Mohon tambahkan jumlah yang hadir dan asal angkanya.',
    answer: 'Jumlah hadir sudah dilengkapi.',
  },
  {
    comment: 'Kapan dan di mana kegiatan ini berlangsung? Ceritanya masih terlalu singkat.',
    answer: 'Acara berlangsung pagi hari di balai.',
  },
  {
    comment: 'Apakah ini kegiatan yang sama dengan catatan sebelumnya?',
    answer: 'Ini pertemuan kedua, dengan peserta berbeda.',
  },
  {
    comment: 'Tolong sebutkan sumber informasinya.',
    answer: 'Sumbernya kami tulis: keterangan resmi dinas.',
  },
] as const
