import type { Chance } from './random'

const firstNames = [
  'Yosepha',
  'Markus',
  'Bunga',
  'Slamet',
  'Sri',
  'Agus',
  'Maria',
  'Paulus',
  'Wahyu',
  'Dewi',
  'Yohana',
  'Bambang',
  'Ratna',
  'Elias',
  'Nur',
  'Joko',
  'Martina',
  'Rudi',
  'Siti',
  'Yunus',
  'Endang',
  'Petrus',
  'Lestari',
  'Hendra',
] as const
/** Nobody is called like this: every person of the example is visibly invented. */
const familyNames = ['Contoh', 'Rekaan', 'Misalnya', 'Umpama', 'Percontohan'] as const

const groupWords = [
  'Sinar',
  'Bina Warta',
  'Suara',
  'Kabar',
  'Cahaya',
  'Mitra',
  'Pelita',
  'Gema',
  'Lentera',
  'Swara',
  'Mekar',
  'Harapan',
  'Sumber Info',
  'Jendela',
  'Sahabat',
] as const

/** A visibly invented person. */
export function personName(chance: Chance): string {
  return `${chance.pick(firstNames)} ${chance.pick(familyNames)}`
}

/** A group's name from its village's: "KIM Sinar Nawaripi". */
export function groupName(chance: Chance, village: string): string {
  return `KIM ${chance.pick(groupWords)} ${village}`
}
