import sharp from 'sharp'
import { type Chance, seededChance } from './random'

export const scenes = ['hall', 'field', 'river', 'poster', 'market', 'stage'] as const
export type Scene = (typeof scenes)[number]

const WIDTH = 480
const HEIGHT = 360
/** Different pictures of each scene. */
const EACH = 8

/** Small drawn pictures of each scene, in place of what a phone would take; the same at every start. */
export async function drawPictures(): Promise<Record<Scene, Buffer[]>> {
  const chance = seededChance(17_081_945)
  const drawn: Record<Scene, Buffer[]> = { hall: [], field: [], river: [], poster: [], market: [], stage: [] }
  for (const scene of scenes) {
    for (let left = EACH; left > 0; left--) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${draw[scene](chance)}</svg>`
      drawn[scene].push(await sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer())
    }
  }
  return drawn
}

const draw: Record<Scene, (chance: Chance) => string> = {
  hall: (chance) => {
    const wall = chance.pick(['#e9dfc7', '#dfe6dc', '#e6d9d3', '#d9e2e6'])
    return [
      box(0, 0, WIDTH, HEIGHT, wall),
      box(0, 250, WIDTH, 110, '#a98b6a'),
      ...[60, 200, 340].map((x) => box(x, 40, 80, 90, '#bcdbe8')),
      box(150, 150, 180, 70, chance.pick(['#ffffff', '#f4f1e4'])),
      box(165, 165, chance.between(60, 150), 8, '#667'),
      box(165, 185, chance.between(60, 150), 8, '#99a'),
      crowd(chance, chance.between(9, 18), 250),
    ].join('')
  },
  field: (chance) => {
    const rows = Array.from({ length: 9 }, (_, at) =>
      box(0, 175 + at * 21, WIDTH, 9, chance.pick(['#5d8f3d', '#6fa24a', '#4f7d36'])),
    )
    return [
      sky(chance),
      hills(chance, '#7fa383'),
      box(0, 165, WIDTH, 195, '#8a6b45'),
      ...rows,
      crowd(chance, chance.between(3, 8), 240),
    ].join('')
  },
  river: (chance) => {
    const water = chance.pick(['#8d7a5b', '#7d8f8a', '#9a8663'])
    const waves = Array.from({ length: 12 }, () =>
      box(
        chance.between(-40, WIDTH),
        chance.between(210, 350),
        chance.between(40, 120),
        3,
        'rgb(255 255 255/.35)',
      ),
    )
    return [
      sky(chance),
      hills(chance, '#5f7d64'),
      ...[40, 180, 330].map((x) => house(chance, x + chance.between(-20, 20), 130)),
      box(0, 200, WIDTH, 160, water),
      ...waves,
      `<path d="M190 270h110l-18 28h-74z" fill="#c9622c"/>`,
      crowd(chance, 2, 225),
    ].join('')
  },
  poster: (chance) => {
    const tone = chance.pick(['#0b5a5a', '#8a5300', '#33567a', '#6a3d5e'])
    const lines = Array.from({ length: 6 }, (_, at) =>
      box(150, 150 + at * 24, chance.between(90, 180), 9, '#8d958f'),
    )
    return [
      box(0, 0, WIDTH, HEIGHT, chance.pick(['#c9b79a', '#b9c2bd', '#cfc6b8'])),
      box(125, 25, 230, 315, '#fdfcf8'),
      box(125, 25, 230, 60, tone),
      box(150, 100, 180, 26, tone),
      ...lines,
      `<circle cx="${chance.between(280, 320)}" cy="300" r="24" fill="${tone}" opacity=".5"/>`,
    ].join('')
  },
  market: (chance) => {
    const stalls = [20, 175, 330].map((x) => {
      const cloth = chance.pick(['#b5473c', '#2e7d6b', '#c98a1b', '#45618f'])
      const goods = Array.from({ length: 6 }, (_, at) =>
        ball(x + 15 + at * 20, 232, 9, chance.pick(['#d9a441', '#7ca05a', '#b5533c'])),
      )
      return [
        box(x, 110, 130, 34, cloth),
        box(x + 6, 144, 5, 130, '#7b6245'),
        box(x + 118, 144, 5, 130, '#7b6245'),
        box(x, 240, 130, 40, '#a58158'),
        ...goods,
      ].join('')
    })
    return [sky(chance), box(0, 270, WIDTH, 90, '#b7a285'), ...stalls, crowd(chance, 5, 270)].join('')
  },
  stage: (chance) => {
    const flags = Array.from(
      { length: 16 },
      (_, at) =>
        `<path d="M${at * 31} 30h26l-13 26z" fill="${at % 2 ? '#ffffff' : '#c0392b'}" stroke="#bbb" stroke-width=".5"/>`,
    )
    return [
      sky(chance),
      hills(chance, '#6f9279'),
      box(90, 90, 300, 130, chance.pick(['#5b3f6b', '#7a2e2e', '#24506b'])),
      box(70, 215, 340, 30, '#7b6245'),
      ...flags,
      ball(200, 170, 14, '#8a6243'),
      box(188, 184, 24, 34, '#e4c04a'),
      crowd(chance, chance.between(10, 18), 270),
    ].join('')
  },
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
}

function ball(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
}

function sky(chance: Chance): string {
  return box(0, 0, WIDTH, HEIGHT, chance.pick(['#cfe4ee', '#dfe3e6', '#f1dcc0', '#c9d6dd']))
}

function hills(chance: Chance, fill: string): string {
  const [a, b, c] = [chance.between(60, 130), chance.between(70, 150), chance.between(60, 130)]
  return `<path d="M0 ${a + 60}Q90 ${a} 180 ${b + 30}T340 ${c + 20}T480 ${b + 40}V240H0z" fill="${fill}"/>`
}

function house(chance: Chance, x: number, y: number): string {
  const roof = chance.pick(['#a5482f', '#8c5a3c', '#6d7378'])
  return `<path d="M${x - 12} ${y + 30}L${x + 45} ${y - 8}L${x + 102} ${y + 30}z" fill="${roof}"/>${box(x, y + 30, 90, 55, '#efe6d2')}${box(x + 36, y + 50, 20, 35, '#7b6245')}`
}

/** People without faces. */
function crowd(chance: Chance, many: number, top: number): string {
  return Array.from({ length: many }, (_, at) => {
    const x = 30 + ((at + chance.next() * 0.6) / many) * (WIDTH - 60)
    const y = top + chance.between(0, 60)
    const shirt = chance.pick(['#1f807e', '#c98a1b', '#a5482f', '#45618f', '#7a5a86', '#e8e4da'])
    return `${ball(Math.round(x), y, 13, chance.pick(['#7a543a', '#8a6243', '#5f4230']))}<path d="M${Math.round(x) - 22} ${y + 52}q0-38 22-38t22 38z" fill="${shirt}"/>`
  }).join('')
}
