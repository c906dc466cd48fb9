import { z } from 'zod'

export const DocumentId = z.uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

/** What a group is asked for. decree: SK. minutes: berita acara musyawarah. statutes: AD/ART. */
export const documentKinds = ['decree', 'minutes', 'statutes'] as const
export type GroupDocumentKind = (typeof documentKinds)[number]
/** partnership: the signed paper between an office and its partner. */
export type DocumentKind = GroupDocumentKind | 'partnership'

export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024
/** What the file chooser offers; the server looks at the bytes, not at this. */
export const DOCUMENT_ACCEPT = 'application/pdf,image/jpeg,image/png,image/webp'
