import type { DocumentKind } from './documents.schema'

export const documentWords: Record<DocumentKind, string> = {
  decree: 'SK pengesahan',
  minutes: 'Berita acara musyawarah',
  statutes: 'AD/ART',
  partnership: 'Naskah kemitraan',
}

/** What a document's file is called when it is saved: ours, never the sender's. */
export const documentFileNames: Record<DocumentKind, string> = {
  decree: 'sk',
  minutes: 'berita-acara',
  statutes: 'ad-art',
  partnership: 'naskah-kemitraan',
}
