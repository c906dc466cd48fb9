import type { GroupStatus } from '~/features/groups/groups.state'
import { formatDate, formatDay } from '~/ui/format'
import type { Sheet, Verification } from './verify-number.server'

type Known = Extract<Verification, { known: true }>

/** The answer in one or two words. */
export const verdictWords: Record<GroupStatus, string> = {
  registered: 'Terdaftar',
  suspended: 'Dibekukan sementara',
  closed: 'Sudah ditutup',
}

/** What the answer means, in a sentence. */
export function verdictSentence({ status, statusSince, suspendedUntil, registeredAt, place, office }: Known) {
  const since = formatDay(statusSince, place.zone)
  switch (status) {
    case 'registered':
      return `Nomor ini benar. Kelompok ini terdaftar di ${office} sejak ${formatDay(registeredAt, place.zone)} dan status itu berlaku hari ini.`
    case 'suspended':
      return suspendedUntil
        ? `Nomor ini benar, tetapi pendaftaran kelompok ini dibekukan ${office} sejak ${since} sampai ${formatDate(suspendedUntil)}.`
        : `Nomor ini benar, tetapi pendaftaran kelompok ini dibekukan ${office} sejak ${since}.`
    case 'closed':
      return `Nomor ini pernah terdaftar, tetapi kelompok ini sudah ditutup sejak ${since}. Nomornya tidak diberikan kepada kelompok lain.`
  }
}

/** What is to be said about the sheet of paper in someone's hand. */
export function sheetSentence(sheet: Sheet): string {
  switch (sheet.state) {
    case 'current':
      return `Lembar tanda daftar versi ${sheet.version} adalah yang terbaru.`
    case 'superseded':
      return `Lembar tanda daftar versi ${sheet.version} sudah digantikan oleh versi ${sheet.current}. Isinya mungkin tidak berlaku lagi; mintalah lembar yang terbaru.`
    case 'never_issued':
      return `Tanda daftar versi ${sheet.version} tidak pernah diterbitkan untuk nomor ini. Jangan percaya pada lembar itu; hubungi Dinas Kominfo setempat.`
  }
}
