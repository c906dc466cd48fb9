import { useId } from 'react'
import { type Link, type LinkEnd, type LinkGroup, layoutLinks, shorten } from './layout-links'

const WIDTH = 720
const LEFT = 230
const RIGHT = 400

/** Who is linked with whom, in two columns: drawn on the server, read without a script, sharp on paper. */
export function LinkDrawing({
  title,
  description,
  left,
  groups,
  links,
}: {
  title: string
  description: string
  left: LinkEnd[]
  groups: LinkGroup[]
  links: Link[]
}) {
  const id = useId()
  const layout = layoutLinks(left, groups)
  const from = new Map(layout.left.map((end) => [end.key, end.y]))
  const to = new Map(layout.right.map((end) => [end.key, end.y]))
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${layout.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      className="w-full min-w-[45rem] max-w-4xl text-[14px] print:min-w-0"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {links.map((link) => {
        const [a, b] = [from.get(link.from), to.get(link.to)]
        if (a === undefined || b === undefined) return null
        return (
          <path
            key={`${link.from} ${link.to}`}
            d={`M${LEFT} ${a}C${(LEFT + RIGHT) / 2} ${a} ${(LEFT + RIGHT) / 2} ${b} ${RIGHT} ${b}`}
            fill="none"
            stroke="var(--color-teal-500)"
            strokeWidth={Math.min(6, 1 + Math.log2(link.weight))}
          />
        )
      })}
      {layout.heads.map(({ label, y }) => (
        <text key={label} x={RIGHT + 12} y={y + 5} className="fill-soft text-[12px] font-semibold">
          {label}
        </text>
      ))}
      {layout.left.map((end) => (
        <Label key={end.key} end={end} x={LEFT - 12} dot={LEFT} anchor="end" most={26} />
      ))}
      {layout.right.map((end) => (
        <Label key={end.key} end={end} x={RIGHT + 12} dot={RIGHT} anchor="start" most={40} />
      ))}
    </svg>
  )
}

function Label({
  end: { label, y },
  x,
  dot,
  anchor,
  most,
}: {
  end: LinkEnd & { y: number }
  x: number
  dot: number
  anchor: 'start' | 'end'
  most: number
}) {
  return (
    <>
      <circle cx={dot} cy={y} r={4} fill="var(--color-teal-700)" />
      <text x={x} y={y + 5} textAnchor={anchor} className="fill-ink">
        {shorten(label, most)}
      </text>
    </>
  )
}
