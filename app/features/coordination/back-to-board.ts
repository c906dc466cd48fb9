import { boardPath } from './board.schema'

/** The way back from a page about a board's region to the board. */
export function backToBoard({
  region,
  isBelow,
}: {
  region: { code: string; name: string }
  isBelow: boolean
}) {
  return {
    to: boardPath({ wilayah: isBelow ? region.code : undefined }),
    label: `Papan koordinasi ${region.name}`,
  }
}
