import { z } from 'zod'
import { RegionCode } from './regions.schema'

const code = z.union([z.literal(''), RegionCode]).catch('')

/** The words that a region filter keeps in the address; spread them into the query schema of the page. */
export const regionFilterQuery = { provinsi: code, kabupaten: code, kecamatan: code }

/**
 * The code that the filter stands for, empty for everything. A regency that lies outside the chosen province is
 * left out: that is how the form looks when a person changes the province and sends it.
 */
export function filteredCode({
  provinsi,
  kabupaten,
  kecamatan,
}: {
  provinsi: string
  kabupaten: string
  kecamatan: string
}): string {
  return [provinsi, kabupaten, kecamatan].reduce((chosen, next) =>
    next.startsWith(chosen) && next ? next : chosen,
  )
}

/** What a region filter shows. */
export interface RegionFilterState {
  /** Empty for everything. */
  code: string
  /** "Distrik Wania, Kabupaten Mimika, Provinsi Papua Tengah"; empty for everything. */
  title: string
  fields: { name: string; label: string; value: string; options: { code: string; title: string }[] }[]
}
