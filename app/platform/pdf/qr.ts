import QRCode from 'qrcode'
import type { Pdf } from './document'

/** Draws a QR code as vectors, `size` points wide without its quiet zone; level M still reads with 15 % worn away. */
export function drawQr(doc: Pdf, text: string, x: number, y: number, size: number, color: string): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; ) {
      let run = 0
      while (column + run < modules.size && modules.get(row, column + run)) run++
      if (run > 0) doc.rect(x + column * unit, y + row * unit, run * unit, unit)
      column += run + 1
    }
  }
  doc.fill(color)
}
