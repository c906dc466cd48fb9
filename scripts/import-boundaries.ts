import { parseArgs } from 'node:util'
import { importBoundaries } from '~/features/boundaries/import-boundaries.server'
import { systemClock } from '~/platform/clock'
import { readConfig } from '~/platform/config/config'
import { openExisting } from '~/platform/db/open'
import { newId } from '~/platform/ids'

const usage = `Memasukkan batas wilayah dari GeoJSON atau SQL wilayah_boundaries, supaya peta menjadi peta bidang.

  npm run boundaries:import -- <berkas|folder> [pilihan]

  --kode=<properti>     properti GeoJSON yang berisi kode Kemendagri, bila tidak dikenali sendiri
  --sumber=<nama>       nama sumber yang ditulis di bawah peta; bawaannya nama berkas
  --periksa             hanya memeriksa, tidak menyimpan
  --lewati-kode-asing   melewati wilayah yang kodenya tidak dikenal portal`

/** `npm run boundaries:import -- <file|folder>`: ends with 1 when nothing was imported because something is wrong. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kode: { type: 'string' },
    sumber: { type: 'string' },
    periksa: { type: 'boolean' },
    'lewati-kode-asing': { type: 'boolean' },
  },
})
const [path] = positionals
if (!path || positionals.length > 1) {
  console.log(usage)
  process.exitCode = 1
} else {
  const store = openExisting(readConfig().databaseUrl)
  try {
    const outcome = await importBoundaries(
      { store, clock: systemClock, newId },
      {
        path,
        codeProperty: values.kode,
        source: values.sumber,
        skipUnknown: values['lewati-kode-asing'],
        checkOnly: values.periksa,
      },
      (line) => console.log(line),
    )
    if (outcome.status === 'refused') process.exitCode = 1
  } finally {
    await store.close()
  }
}
