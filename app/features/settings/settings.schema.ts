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
} as const

export type SettingKey = keyof typeof settingDefinitions
export type SettingValue<K extends SettingKey> = z.output<(typeof settingDefinitions)[K]['schema']>
