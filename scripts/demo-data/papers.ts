import PDFDocument from 'pdfkit'

/** One page of text as a real PDF; the same text gives the same bytes. */
export function paper(title: string, paragraphs: string[], date: Date): Promise<Buffer> {
  return new Promise((done, fail) => {
    const document = new PDFDocument({ size: 'A4', margin: 70, info: { Title: title, CreationDate: date } })
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', fail)
    document.font('Times-Bold').fontSize(15).text(title, { align: 'center' }).moveDown(1.5)
    document.font('Times-Roman').fontSize(11.5)
    for (const paragraph of paragraphs)
      document.text(paragraph, { align: 'justify', lineGap: 3 }).moveDown(0.8)
    document
      .moveDown(2)
      .fillColor('#888888')
      .fontSize(9)
      .text('Dokumen contoh, dibuat oleh program. Tidak berlaku.')
    document.end()
  })
}

interface PaperOf {
  name: string
  village: string
  chair: string
  decreeNumber: string
}

/** The decree that names a group's board. */
export function decreePaper({ name, village, chair, decreeNumber }: PaperOf, date: Date): Promise<Buffer> {
  return paper(
    `SURAT KEPUTUSAN ${decreeNumber}`,
    [
      `Menimbang hasil musyawarah masyarakat ${village}, dengan ini ditetapkan kepengurusan ${name}.`,
      `Ketua: ${chair}. Keputusan ini berlaku selama lima tahun sejak ditetapkan.`,
    ],
    date,
  )
}

/** The three documents of a registration. */
export async function papersOf(group: PaperOf, date: Date) {
  const { name, village, chair } = group
  return {
    decree: await decreePaper(group, date),
    minutes: await paper(
      `BERITA ACARA MUSYAWARAH PEMBENTUKAN ${name.toUpperCase()}`,
      [
        `Pada hari ini tokoh masyarakat, pemuda dan perempuan ${village} bermusyawarah dan menyepakati pembentukan ${name}.`,
        `Musyawarah memilih ${chair} sebagai ketua.`,
      ],
      date,
    ),
    statutes: await paper(
      `ANGGARAN DASAR DAN ANGGARAN RUMAH TANGGA ${name.toUpperCase()}`,
      [
        'Pasal 1. Kelompok ini dibentuk oleh, dari dan untuk masyarakat.',
        'Pasal 2. Kelompok mengelola dan menyebarkan informasi publik serta menampung aspirasi warga.',
        'Pasal 3. Pengurus terdiri atas ketua, sekretaris, bendahara dan bidang-bidang.',
      ],
      date,
    ),
  }
}
