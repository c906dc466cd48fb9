import { z } from 'zod'
import { periodKinds, periodKindWords } from '~/features/reporting/periods'
import { isDate } from '~/platform/calendar'

/** A whole number as a person types it. */
function wholeNumber(least: number, most: number) {
  const error = `Tulis angka bulat ${least} sampai ${most}.`
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error)
}

/**
 * Every setting: what it may be, what it is until someone sets it, and what it means.
 * `narrowest` is the smallest region that may have a value of its own. A regency sets its own; those of a province and of
 * the country are set by administrators.
 * Values marked "bawaan" are ours, not the law's (domain facts 3.1 and 7).
 */
export const settingDefinitions = {
  minimumMembers: {
    input: 'number',
    narrowest: 'regency',
    schema: wholeNumber(1, 100),
    initial: 10,
    label: 'Jumlah pengurus dan anggota paling sedikit',
    meaning:
      'Bawaan 10, dapat diubah per daerah (di lapangan ditemukan 3, 6 dan 10). Kurang dari ini hanya diberi peringatan.',
  },
  reviewWorkingDays: {
    input: 'number',
    narrowest: 'regency',
    schema: wholeNumber(1, 60),
    initial: 5,
    label: 'Batas waktu pemeriksaan, dalam hari kerja',
    meaning: 'Bawaan 5 hari kerja, dapat diubah per daerah. Lewat dari ini permohonan ditandai terlambat.',
  },
  activeDays: {
    input: 'number',
    narrowest: 'province',
    schema: wholeNumber(1, 3650),
    initial: 90,
    label: 'Batas KIM aktif, dalam hari',
    meaning:
      'Bawaan 90 hari sejak kegiatan terakhir yang dikonfirmasi; bukan dari peraturan. Berlaku sama di seluruh negeri atau provinsi supaya angkanya dapat dibandingkan.',
  },
  lessActiveDays: {
    input: 'number',
    narrowest: 'province',
    schema: wholeNumber(1, 3650),
    initial: 180,
    label: 'Batas KIM kurang aktif, dalam hari',
    meaning:
      'Bawaan 180 hari sejak kegiatan terakhir yang dikonfirmasi; sesudahnya KIM disebut vakum. Bukan dari peraturan.',
  },
  reportPeriod: {
    input: 'choice',
    narrowest: 'regency',
    schema: z.enum(periodKinds, 'Pilih masa laporannya.'),
    initial: 'month',
    label: 'Masa laporan berkala KIM',
    meaning:
      'Bawaan bulanan; bukan dari peraturan. Perubahan mulai berlaku pada hari pertama yang menjadi awal masa lama maupun masa baru, supaya tidak ada hari yang dilaporkan dua kali atau terlewat.',
  },
  reportDueDays: {
    input: 'number',
    narrowest: 'regency',
    schema: wholeNumber(1, 180),
    initial: 10,
    label: 'Batas waktu laporan, dalam hari sesudah masa laporan berakhir',
    meaning: 'Bawaan 10 hari; bukan dari peraturan. Laporan yang dikirim sesudahnya ditandai terlambat.',
  },
  reportLockDays: {
    input: 'number',
    narrowest: 'regency',
    schema: wholeNumber(0, 730),
    initial: 30,
    label: 'Laporan terkunci, dalam hari sesudah batas waktu',
    meaning:
      'Bawaan 30 hari; bukan dari peraturan. Sesudah terkunci laporan hanya dapat disusulkan atau diperbaiki dengan alasan, dan setiap versinya tersimpan.',
  },
  provinceDecides: {
    input: 'yesNo',
    narrowest: 'province',
    schema: z.boolean(),
    initial: false,
    label: 'Provinsi boleh memutuskan permohonan',
    meaning: 'Bawaan tidak: kabupaten/kota yang mendaftarkan KIM, provinsi mengoordinasikan.',
  },
  subdomainTarget: {
    input: 'line',
    narrowest: 'nation',
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(
        /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
        'Tulis nama host lengkap tanpa titik di akhir, misalnya situs.kim.id',
      ),
    initial: 'situs.kim.id',
    label: 'Tujuan subdomain kim.id',
    meaning:
      'Nama host yang dituju setiap nama KIM di berkas zona (CNAME). Server tempat situs KIM berada tidak ditemukan sumbernya; nilai bawaan hanya contoh dan harus disesuaikan oleh pengelola kim.id.',
  },
  subdomainReserved: {
    input: 'words',
    narrowest: 'nation',
    schema: z.string().trim().toLowerCase().max(4000, 'Daftar terlalu panjang; paling banyak 4.000 huruf.'),
    // Names of services and of offices that a visitor would take for the official one. Ours, no source lists them.
    initial:
      'www api app admin administrator root mail email webmail smtp imap pop mx ftp sftp ssh vpn dns ns cdn static assets media img images files download upload test demo dev staging beta status help bantuan info support kontak login masuk daftar akun sso auth portal pusat data situs web website blog kim fkkim fk-kim forum-kim simpul simpulkim simpul-kim komdigi kemkomdigi kominfo kemkominfo diskominfo dinas menteri kementerian presiden indonesia nasional pemerintah polisi polri tni kpu bpk kpk registrar localhost wpad autoconfig autodiscover postmaster hostmaster webmaster abuse security keamanan verifikasi resmi',
    label: 'Nama kim.id yang disimpan',
    meaning:
      'Kata yang tidak dapat diminta sebagai subdomain, dipisahkan spasi. Nama provinsi dan kabupaten/kota, serta ns1, ns2 dan seterusnya, selalu disimpan tanpa perlu ditulis di sini.',
  },
} as const

export type SettingKey = keyof typeof settingDefinitions
export type SettingValue<K extends SettingKey> = z.output<(typeof settingDefinitions)[K]['schema']>

export const settingKeys = [
  'minimumMembers',
  'reviewWorkingDays',
  'activeDays',
  'lessActiveDays',
  'reportPeriod',
  'reportDueDays',
  'reportLockDays',
  'provinceDecides',
  'subdomainTarget',
  'subdomainReserved',
] as const satisfies readonly SettingKey[]

/** True when a region may have a value of its own: the country (empty code), a province or a regency. */
export function mayDiffer(key: SettingKey, regionCode: string): boolean {
  return regionCode.length <= { nation: 0, province: 2, regency: 4 }[settingDefinitions[key].narrowest]
}

/** Reads what a form holds for a setting; yes and no are `ya` and `tidak`. */
export function parseSetting(key: SettingKey, typed: string) {
  const { schema, input } = settingDefinitions[key]
  return schema.safeParse(input === 'yesNo' ? { ya: true, tidak: false }[typed] : typed)
}

/** What a form shows for a value; the counterpart of `parseSetting`. */
export function settingAsTyped(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : String(value)
}

/** What a setting may be chosen from; nothing for one that is typed. */
export function choicesOf(key: SettingKey): { value: string; label: string }[] {
  if (key !== 'reportPeriod') return []
  return periodKinds.map((value) => ({ value, label: periodKindWords[value] }))
}

/** A value in words for reading. */
export function settingInWords(key: SettingKey, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  const choice = choicesOf(key).find((one) => one.value === value)
  if (choice) return choice.label
  const unit =
    {
      minimumMembers: ' orang',
      reviewWorkingDays: ' hari kerja',
      activeDays: ' hari',
      lessActiveDays: ' hari',
      reportDueDays: ' hari',
      reportLockDays: ' hari',
    }[String(key)] ?? ''
  return `${value}${unit}`
}

/** The form that sets a value from a day on; an empty value follows the wider region again. */
export const settingForm = z
  .object({
    intent: z.literal('set'),
    key: z.enum(settingKeys),
    regionCode: z
      .union([z.literal(''), z.string().regex(/^(\d{2}|\d{4})$/, 'Pilih wilayahnya.')])
      .default(''),
    value: z.string({ error: 'Isi nilainya.' }).max(5000, 'Terlalu panjang.').optional(),
    follow: z.literal('on').optional(),
    validFrom: z
      .string({ error: 'Isi tanggal mulai berlaku.' })
      .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.'),
    /** The newest row that the page knew, so that two people do not overwrite each other unseen. */
    seen: z.string().max(40).default(''),
  })
  .superRefine(({ key, value, follow }, context) => {
    if (follow) return
    const parsed = value === undefined ? undefined : parseSetting(key, value)
    if (parsed?.success) return
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message:
        parsed?.error.issues[0]?.message ??
        'Isi nilainya, atau centang untuk mengikuti nilai yang lebih luas.',
    })
  })
export type SettingForm = z.output<typeof settingForm>
