import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { applyPopulation } from '~/features/population/decide-population.server'
import { PopulationImportId } from '~/features/population/population.schema'
import { uploadPopulation } from '~/features/population/upload-population.server'
import { makeAccountability } from '~/features/publications/accountability.server'
import { buildPublication } from '~/features/publications/build-publication.server'
import { makePublication } from '~/features/publications/make-publication.server'
import type { OfficeOutput } from '~/features/publications/outputs'
import type { AskedPeriod } from '~/features/publications/periods'
import { PublicationId } from '~/features/publications/publications.schema'
import { DAY } from '~/platform/clock'
import type { DemoActors } from './accounts'
import type { World } from './world'

/** Figures of the example: invented, of a likely size, so that percentages can be seen. */
const figures: Record<'papuaTengah' | 'eastJava', string[]> = {
  papuaTengah: [
    '94;1467050;989360',
    '9404;318470;219380',
    '940401;139000;96900',
    '940402;21400;14100',
    '940403;16200;10800',
    '940405;4300;2800',
    '940406;5100;3300',
    '940409;47600;33200',
    '940410;14800;10400',
    '940412;4900;3100',
    '940413;18300;12500',
  ],
  eastJava: [
    '35;41650000;28420000',
    '3501;593240;390860',
    '350101;38210;25100',
    '350102;29870;19600',
    '350112;61440;40950',
    '3576;141800;97300',
  ],
}

const snapshots: {
  by: keyof DemoActors
  output: OfficeOutput
  region: string
  ago: number
  period?: AskedPeriod
}[] = [
  { by: 'mimika', output: 'kim', region: '9404', ago: 95 },
  { by: 'mimika', output: 'kegiatan', region: '9404', ago: 40 },
  { by: 'mimika', output: 'sasaran', region: '9404', ago: 12 },
  { by: 'pacitan', output: 'kecamatan', region: '3501', ago: 33 },
  { by: 'pacitan', output: 'kemitraan', region: '3501', ago: 18 },
  { by: 'papuaTengah', output: 'tahunan', region: '94', ago: 5 },
  { by: 'jatim', output: 'tahunan', region: '35', ago: 4 },
  { by: 'jatim', output: 'kim', region: '35', ago: 3 },
]

/** Offices import population figures and hand over a few numbered documents; a group accounts for its money. */
export async function makePublications(
  world: World,
  { today, actors, chair }: { today: number; actors: DemoActors; chair: Actor },
): Promise<number> {
  world.at(today - 100 * DAY)
  await bringFigures(world, actors.papuaTengah, 'Angka contoh, bukan Dukcapil', figures.papuaTengah)
  await bringFigures(world, actors.jatim, 'Angka contoh, bukan Dukcapil', figures.eastJava)
  for (const { by, output, region, ago, period = {} } of snapshots) {
    world.at(today - ago * DAY)
    const id = PublicationId.parse(world.newId())
    const making = { actor: actors[by], requestId: 'contoh', id, output, regionCode: region, period }
    await makePublication(world, making)
    await build(world, id)
  }
  world.at(today - 2 * DAY)
  const id = PublicationId.parse(world.newId())
  const [groupId = ''] = groupIdsOf(chair)
  await makeAccountability(world, { actor: chair, requestId: 'contoh', id, groupId, period: {} })
  await build(world, id)
  return snapshots.length + 1
}

async function build(world: World, id: PublicationId): Promise<void> {
  await buildPublication(world, { publicationId: id }, { id, progress: async () => undefined })
}

async function bringFigures(world: World, actor: Actor, source: string, lines: string[]): Promise<void> {
  const importId = PopulationImportId.parse(world.newId())
  const text = ['Kode wilayah;Jumlah penduduk;Penduduk usia 16-64', ...lines].join('\n')
  const file = new File([text], 'penduduk-contoh.csv', { type: 'text/csv' })
  const year = new Date(world.clock()).getUTCFullYear()
  await uploadPopulation(world, { actor, requestId: 'contoh', id: importId, source, year, file })
  await applyPopulation(world, { actor, requestId: 'contoh', importId, version: 1 })
}
