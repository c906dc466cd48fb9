import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importBoundaries } from '~/features/boundaries/import-boundaries.server'
import { removeBoundaries } from '~/features/boundaries/remove-boundaries.server'
import { systemClock } from '~/platform/clock'
import { readConfig } from '~/platform/config/config'
import { sqlState } from '~/platform/db/errors'
import { isPostgresUrl, openExisting } from '~/platform/db/open'
import { newId } from '~/platform/ids'

const usage = `Memasukkan batas wilayah dari GeoJSON atau SQL wilayah_boundaries, supaya peta mewarnai bidang wilayah.

  npm run boundaries:import -- <berkas|folder> [pilihan]
  npm run boundaries:import -- --hapus=<kode|tingkat> [--periksa]

  --kode=<properti>     properti GeoJSON yang berisi kode Kemendagri, bila tidak dikenali sendiri
  --sumber=<nama>       nama sumber yang ditulis di bawah peta; bawaannya nama berkas
  --periksa             hanya memeriksa, tidak menyimpan apa pun
  --lewati-kode-asing   melewati wilayah yang kodenya tidak dikenal portal atau tidak berlaku lagi
  --hapus=<kode|tingkat>  menghapus batas satu wilayah beserta isinya, atau satu tingkat (misalnya kecamatan)`

/** `npm run boundaries:import -- <file|folder>`: ends with 1 when something is wrong and nothing was changed. */
try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  const isBusy = sqlState(error) === 'SQLITE_BUSY'
  const reason = isBusy ? 'basis data sedang dipakai menulis. Ulangi sebentar lagi.' : String(error)
  console.error(`Impor berhenti: ${reason}`)
  console.error('Tidak ada yang disimpan; batas wilayah yang sudah ada tetap seperti semula.')
  process.exitCode = 1
}

async function run(): Promise<boolean> {
  const typed = readArguments()
  const path = typed?.positionals[0]
  if (!typed || typed.positionals.length > 1 || (path === undefined) === (typed.values.hapus === undefined)) {
    console.log(usage)
    return false
  }
  const { databaseUrl } = readConfig()
  if (!isPostgresUrl(databaseUrl) && !existsSync(databaseUrl)) {
    console.error('Basis data belum ada. Jalankan portal satu kali (npm start), lalu ulangi perintah ini.')
    return false
  }
  const store = openExisting(databaseUrl)
  const services = { store, clock: systemClock, newId }
  const say = (line: string) => console.log(line)
  const { kode, sumber, periksa, hapus, 'lewati-kode-asing': skipUnknown } = typed.values
  try {
    if (path === undefined) {
      const { status } = await removeBoundaries(services, hapus ?? '', { checkOnly: periksa }, say)
      return status !== 'not_understood'
    }
    const request = { path, codeProperty: kode, source: sumber, skipUnknown, checkOnly: periksa }
    return (await importBoundaries(services, request, say)).status !== 'refused'
  } finally {
    await store.close()
  }
}

/** Null when an option is not known. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        kode: { type: 'string' },
        sumber: { type: 'string' },
        periksa: { type: 'boolean' },
        hapus: { type: 'string' },
        'lewati-kode-asing': { type: 'boolean' },
      },
    })
  } catch {
    return null
  }
}
