export const populationStatusWords = {
  checked: { label: 'Menunggu diterima', tone: 'wait' },
  applied: { label: 'Sudah berlaku', tone: 'good' },
  discarded: { label: 'Dibuang', tone: 'plain' },
} as const
