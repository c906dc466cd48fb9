import { evidenceOfGroup } from '~/features/activities/evidence.queries.server'
import { postWords } from '~/features/groups/groups.messages'
import { withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { moneyOfGroup } from '~/features/reporting/group-money.queries.server'
import { periodWords } from '~/features/reporting/periods'
import { fundSourceWords } from '~/features/reporting/reporting.messages'
import { formatDate } from '~/ui/format'
import { type DocumentColumn, type DocumentRow, type FilledTable, totalRow } from '../document'
import type { Collect } from './asked'
import { definitions } from './definitions'

/** What fits on one page, so that a sheet stays a sheet. */
const MOST_PHOTOS = 6

/** Output 6: what a group did with the money of its village, for the village and the office to see. */
export const collectAccountability: Collect = async ({ store }, { region, groupId, parameters }) => {
  const reading = { db: store.read, tables: store.tables }
  if (!groupId) throw new Error('an accountability sheet is of a group')
  const evidence = await evidenceOfGroup(reading, groupId, parameters)
  const reported = await moneyOfGroup(reading, groupId, parameters)
  const money = reported.filter(({ from, last }) => from >= parameters.from && last <= parameters.until)
  const partly = reported.filter((report) => !money.includes(report)).map(periodWords)
  const place = await findPlace(reading, region.code)
  return {
    tables: [activityTable(evidence), moneyTable(money)],
    warnings: [
      ...(reported.length === 0
        ? ['Belum ada laporan berkala yang dikirim untuk periode ini, jadi jumlah uangnya belum tercatat.']
        : []),
      ...(partly.length > 0
        ? [
            `Uang dari laporan ${partly.join(', ')} tidak dihitung, karena masanya hanya sebagian di dalam periode lembar ini. Pilih bulan yang memuat seluruh masanya.`,
          ]
        : []),
    ],
    definitions: [
      definitions.confirmed,
      {
        term: 'Bukti',
        words:
          'Foto dan tautan yang dicatat bersama kegiatannya di Simpul KIM; foto di halaman akhir diambil dari sana.',
      },
      {
        term: 'Diterima dan dipakai',
        words:
          'Jumlah rupiah yang ditulis KIM sendiri di laporan berkalanya. Portal tidak memeriksa pembukuannya.',
      },
    ],
    photos: evidence
      .flatMap(({ photos, title, localDate }) =>
        photos.map(({ sha256, width, height }) => ({
          sha256,
          width,
          height,
          caption: `${title}, ${formatDate(localDate)}`,
        })),
      )
      .slice(0, MOST_PHOTOS),
    signers: [
      postWords.bendahara,
      postWords.ketua,
      place ? `Mengetahui, Kepala ${withWord(place.village)}` : 'Mengetahui, Kepala Desa/Lurah',
    ],
  }
}

function activityTable(evidence: Awaited<ReturnType<typeof evidenceOfGroup>>): FilledTable {
  const columns: DocumentColumn[] = [
    { header: 'Kegiatan', kind: 'text', weight: 4 },
    { header: 'Tanggal', kind: 'date', weight: 1.8 },
    { header: 'Hadir', kind: 'count', weight: 0.9 },
    { header: 'Jangkauan', kind: 'count', weight: 1.1 },
    { header: 'Foto', kind: 'count', weight: 0.8 },
    { header: 'Tautan', kind: 'count', weight: 0.9 },
    { header: 'Alamat tautan', kind: 'text', weight: 4, isBelow: true },
  ]
  const rows: DocumentRow[] = evidence.map(({ id, title, localDate, men, women, reach, photos, links }) => ({
    key: id,
    cells: [
      title,
      localDate,
      men === null && women === null ? null : (men ?? 0) + (women ?? 0),
      reach,
      photos.length,
      links.length,
      links.join('\n') || null,
    ],
  }))
  return {
    key: 'kegiatan',
    title: 'Kegiatan dan buktinya',
    columns,
    rows: [...rows, totalRow(`${rows.length} kegiatan`, columns, rows)],
  }
}

function moneyTable(money: Awaited<ReturnType<typeof moneyOfGroup>>): FilledTable {
  const columns: DocumentColumn[] = [
    { header: 'Masa laporan', kind: 'text', weight: 2.4 },
    { header: 'Sumber', kind: 'text', weight: 2 },
    { header: 'Diterima (Rp)', kind: 'money', weight: 1.6 },
    { header: 'Dipakai (Rp)', kind: 'money', weight: 1.6 },
    { header: 'Sisa (Rp)', kind: 'money', weight: 1.6 },
  ]
  const rows: DocumentRow[] = money.map(({ id, kind, from, last, received, spent, fundSource }) => ({
    key: id,
    cells: [
      periodWords({ kind, from, last }),
      fundSource ? fundSourceWords[fundSource] : null,
      received,
      spent,
      received === null || spent === null ? null : received - spent,
    ],
  }))
  return {
    key: 'uang',
    title: 'Uang diterima dan dipakai',
    columns,
    rows: rows.length === 0 ? [] : [...rows, totalRow('Jumlah', columns, rows)],
  }
}
