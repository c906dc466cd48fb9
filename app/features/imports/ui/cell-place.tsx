import { cellName } from '../cells'

/** Where in a file something stands: the cell, and below it the sheet where the file has sheets. */
export function CellPlace({ sheet, row, column }: { sheet: string; row: number; column: string }) {
  return (
    <>
      {cellName({ row, column })}
      {sheet && <span className="block text-sm font-normal text-soft">lembar {sheet}</span>}
    </>
  )
}
