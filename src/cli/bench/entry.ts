import { exportRows } from './exports'
import { matrixRows } from './matrix'

/** Measures everything and prints a table. */
export function run(): void {
  const rows = [...matrixRows(), ...exportRows()]
  const width = Math.max(...rows.map(({ what }) => what.length))
  const ratios = Math.max(...rows.map(({ ratio }) => ratio.length))
  for (const { what, ratio, figures } of rows)
    console.log(`${what.padEnd(width)}  ${ratio.padStart(ratios)}  (${figures})`)
  console.log(`Memory in use: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}
