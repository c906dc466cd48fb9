import { expect, test } from 'vitest'
import { printable } from './typesetter'

test.each([
  ['Penyiar terlatih.\r\nPunya pemancar', 'Penyiar terlatih. Punya pemancar'],
  ['satu\ttab\n\nbaris', 'satu tab baris'],
  ['KIM Élok 🎉 jaya', 'KIM Élok jaya'],
])('%j is printed with its words apart', (typed, printed) => {
  expect(printable(typed)).toBe(printed)
})
