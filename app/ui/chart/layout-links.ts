/** One end of a link: who it is, in one line. */
export interface LinkEnd {
  key: string
  label: string
}

/** Ends of one kind, under its name. */
export interface LinkGroup {
  label: string
  ends: LinkEnd[]
}

export interface Link {
  from: string
  to: string
  /** How many of something it stands for; thicker when more. */
  weight: number
}

interface Placed extends LinkEnd {
  y: number
}

export interface LinkLayout {
  height: number
  left: Placed[]
  right: Placed[]
  heads: { label: string; y: number }[]
}

/** The height of a line of text with its air: no two labels of a column are closer than this. */
export const ROW = 26

/**
 * Places what is linked in two columns, a line of text each, groups under their heads; the shorter column stands in the
 * middle of the longer one. The same input gives the same places.
 */
export function layoutLinks(left: LinkEnd[], groups: LinkGroup[]): LinkLayout {
  const heads: LinkLayout['heads'] = []
  const right: Placed[] = []
  let y = ROW
  for (const { label, ends } of groups) {
    heads.push({ label, y })
    y += ROW
    for (const end of ends) {
      right.push({ ...end, y })
      y += ROW
    }
    y += ROW / 2
  }
  const height = Math.max(y, (left.length + 1) * ROW)
  const step = height / (left.length + 1)
  return { height, heads, right, left: left.map((end, at) => ({ ...end, y: step * (at + 1) })) }
}

/** A label that fits: cut at a word where it is too long, with an ellipsis. */
export function shorten(label: string, most: number): string {
  if (label.length <= most) return label
  const cut = label.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}
