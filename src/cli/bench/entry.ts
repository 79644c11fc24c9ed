import { editRows, memoryRow } from './edits'
import { exportRows } from './exports'
import { matrixRows } from './matrix'

/** How many edits to make: 10,000 take an hour. */
const edits = Number(process.env.CAUSEWAY_EDITS ?? 100)

/** Measures everything and prints a table. */
export function run(): void {
  const rows = [...matrixRows(), ...editRows(), memoryRow(edits), ...exportRows()]
  const width = Math.max(...rows.map(({ what }) => what.length))
  const ratios = Math.max(...rows.map(({ ratio }) => ratio.length))
  for (const { what, ratio, figures } of rows)
    console.log(`${what.padEnd(width)}  ${ratio.padStart(ratios)}  (${figures})`)
  console.log(`Memory in use: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}
