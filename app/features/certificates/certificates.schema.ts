import { z } from 'zod'

export const CertificateId = z.uuid().brand<'CertificateId'>()
export type CertificateId = z.infer<typeof CertificateId>

/** All that is printed on a Tanda Daftar KIM, as it stood when the version was issued. */
export interface CertificateFacts {
  number: string
  version: number
  groupName: string
  /** "Kampung Nawaripi", "Distrik Wania", "Kabupaten Mimika", "Provinsi Papua Tengah". */
  village: string
  district: string
  regency: string
  province: string
  chairName: string
  decreeNumber: string | null
  /** Local dates, yyyy-mm-dd. */
  decreeDate: string | null
  decreeIssuer: string | null
  office: string
  /** Where and when it is dated. */
  place: string
  issuedOn: string
  /** Citations in force that day. */
  legalBasis: string[]
  verifyUrl: string
}
