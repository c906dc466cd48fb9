import { formatNumber } from '~/ui/format'

interface Province {
  code: string
  name: string
  registeredGroups: number
  villagesWithGroup: number
  villageCount: number
}

/** Where each province's dot stands: columns from west to east, rows from north to south. */
const spots: Record<string, readonly [column: number, row: number]> = {
  11: [0, 0],
  12: [1, 1],
  14: [2, 1],
  21: [3.4, 1],
  13: [1, 2],
  15: [2, 2],
  19: [3.8, 2.4],
  17: [2, 3],
  16: [3, 3],
  18: [3, 4],
  36: [4, 5],
  31: [5, 4.6],
  32: [5, 5.6],
  33: [6, 5.2],
  34: [6.2, 6.2],
  35: [7.1, 5.5],
  51: [8.2, 6],
  52: [9.3, 6],
  53: [10.6, 6.2],
  61: [5.6, 1.8],
  62: [6.6, 2.4],
  63: [7.5, 3.1],
  64: [7.7, 1.9],
  65: [7.8, 0.9],
  76: [9.2, 2.8],
  73: [9.5, 3.9],
  74: [10.6, 3.8],
  72: [10.2, 2.3],
  75: [10.8, 1.4],
  71: [11.9, 1.1],
  82: [13, 1.6],
  81: [12.8, 3.6],
  96: [14, 2.2],
  92: [15, 2.5],
  94: [15.8, 3.3],
  91: [16.8, 2.8],
  95: [16.9, 3.8],
  93: [16.7, 4.9],
}

/** Neighbours on one island or across a narrow sea: the strings of the knot. */
const strings =
  '11-12 12-14 12-13 13-14 14-15 14-21 13-15 13-17 15-16 17-16 17-18 16-18 16-19 18-36 36-31 36-32 31-32 32-33 33-34 33-35 34-35 35-51 51-52 52-53 61-62 62-63 62-64 63-64 64-65 61-64 76-73 76-72 73-72 73-74 72-74 72-75 75-71 71-82 82-81 82-96 96-92 92-94 94-91 94-95 91-95 94-93 95-93'
    .split(' ')
    .map((pair) => pair.split('-'))

/** From no village at all to most of them; one colour that darkens, so that grey paper tells it too. */
const classes = [
  { from: 0, fill: '#ffffff', edge: '#8a8f8b', label: 'belum ada' },
  { from: Number.MIN_VALUE, fill: '#a9d2cf', edge: '#74b3b0', label: 'di bawah 5%' },
  { from: 0.05, fill: '#5aa3a0', edge: '#3f8f8c', label: '5–25%' },
  { from: 0.25, fill: '#1f807e', edge: '#176a68', label: '25–50%' },
  { from: 0.5, fill: '#084647', edge: '#06383a', label: '50% ke atas' },
] as const

function classOf({ villagesWithGroup, villageCount }: Province) {
  const share = villageCount === 0 ? 0 : villagesWithGroup / villageCount
  return classes.findLast((each) => share >= each.from) ?? classes[0]
}

/** Names of the island groups, for screens wide enough to read them. */
const islands = [
  { name: 'Sumatra', x: 1, y: 4.3 },
  { name: 'Jawa', x: 4.7, y: 6.75 },
  { name: 'Kalimantan', x: 6.1, y: 0.75 },
  { name: 'Bali dan Nusa Tenggara', x: 9.4, y: 6.95 },
  { name: 'Sulawesi', x: 10, y: 4.75 },
  { name: 'Maluku', x: 13, y: 4.45 },
  { name: 'Papua', x: 15.7, y: 1.6 },
]

const STEP = 36
const RADIUS = 12.5

function place(code: string): { x: number; y: number } | undefined {
  const spot = spots[code]
  return spot && { x: spot[0] * STEP + 20, y: spot[1] * STEP + 20 }
}

/** Indonesia as a knot: a dot for each province, darker where more of its villages have a registered KIM. */
export function ProvinceKnots({ provinces }: { provinces: Province[] }) {
  const reached = provinces.filter((province) => province.villagesWithGroup > 0)
  return (
    <figure>
      <svg
        viewBox="0 0 648 290"
        className="h-auto w-full"
        role="img"
        aria-label={`Gambar 38 provinsi sebagai titik. ${formatNumber(reached.length)} provinsi sudah memiliki KIM terdaftar; angkanya ada di tabel provinsi di halaman ini.`}
      >
        <g stroke="#0b5a5a" strokeOpacity=".22" strokeWidth="1.5">
          {strings.map(([from = '', to = '']) => {
            const a = place(from)
            const b = place(to)
            return a && b && <line key={from + to} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
          })}
        </g>
        <g className="max-sm:hidden" fontSize="12" fill="#56605c" textAnchor="middle">
          {islands.map(({ name, x, y }) => (
            <text key={name} x={x * STEP + 20} y={y * STEP + 20}>
              {name}
            </text>
          ))}
        </g>
        {provinces.map((province) => {
          const at = place(province.code)
          const { fill, edge } = classOf(province)
          return (
            at && (
              <circle
                key={province.code}
                cx={at.x}
                cy={at.y}
                r={RADIUS}
                fill={fill}
                stroke={edge}
                strokeWidth="1.5"
              >
                <title>{`${province.name}: ${formatNumber(province.registeredGroups)} KIM`}</title>
              </circle>
            )
          )
        })}
      </svg>
      <figcaption className="mt-3 text-sm text-soft">
        <p>Setiap titik satu provinsi. Makin gelap, makin banyak desanya yang sudah punya KIM terdaftar.</p>
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {classes.map(({ fill, edge, label }) => (
            <li key={label} className="inline-flex items-center gap-1.5">
              <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
                <circle cx="7" cy="7" r="6" fill={fill} stroke={edge} strokeWidth="1.5" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
