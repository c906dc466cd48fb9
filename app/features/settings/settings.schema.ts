import { z } from 'zod'

/**
 * Every setting: what it may be, what it is until someone sets it, and what it means.
 * Values marked "bawaan" are ours, not the law's (domain facts 3.1 and 7).
 */
export const settingDefinitions = {
  minimumMembers: {
    schema: z.coerce.number().int().min(1).max(100),
    initial: 10,
    label: 'Jumlah pengurus dan anggota paling sedikit',
    meaning:
      'Bawaan 10, dapat diubah per daerah (di lapangan ditemukan 3, 6 dan 10). Kurang dari ini hanya diberi peringatan.',
  },
  reviewWorkingDays: {
    schema: z.coerce.number().int().min(1).max(60),
    initial: 5,
    label: 'Batas waktu pemeriksaan, dalam hari kerja',
    meaning: 'Bawaan 5 hari kerja, dapat diubah per daerah. Lewat dari ini permohonan ditandai terlambat.',
  },
  provinceDecides: {
    schema: z.coerce.boolean(),
    initial: false,
    label: 'Provinsi boleh memutuskan permohonan',
    meaning: 'Bawaan tidak: kabupaten/kota yang mendaftarkan KIM, provinsi mengoordinasikan.',
  },
  subdomainTarget: {
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
    schema: z.string().trim().toLowerCase().max(4000),
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
