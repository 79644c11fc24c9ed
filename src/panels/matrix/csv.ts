import type { Design } from '../../kinds/contract'
import { cellAt, type MatrixTable } from '../../engine/matrix/table'
import { field } from '../../model/csv'
import { sumOf, type Line } from './lines'

/** More pairs than a spreadsheet has rows for. */
const mostRows = 1_000_000

/** Every pair; where these are too many for a spreadsheet, every pair of the lines that are shown. */
export function csvOf(table: MatrixTable, design: Design, lines: readonly Line[]): string {
  const nameOf = (index: number) => {
    const id = table.ends[index]
    return id ? (design.get(id)?.name ?? id) : ''
  }
  const count = table.ends.length
  if (count * (count - 1) <= mostRows) {
    const rows = ['from,from_id,to,to_id,verdict,code']
    for (let from = 0; from < count; from += 1)
      for (let to = 0; to < count; to += 1) {
        const cell = cellAt(table, from, to)
        if (!cell) continue
        const ends = [nameOf(from), table.ends[from] ?? '', nameOf(to), table.ends[to] ?? '']
        rows.push([...ends, cell.verdict, cell.code ?? ''].map(field).join())
      }
    return `${rows.join('\r\n')}\r\n`
  }
  const rows = ['from,to,pairs,reachable,not_modelled']
  for (const from of lines)
    for (const to of lines) {
      const { pairs, reachable, unmodelled } = sumOf(table, from, to)
      const counts = [pairs, reachable, unmodelled].map(String)
      rows.push([from.label, to.label, ...counts].map(field).join())
    }
  return `${rows.join('\r\n')}\r\n`
}
