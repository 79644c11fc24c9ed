import { definitionOf } from '../../../kinds/catalogue'
import type { Row } from '../../../kinds/contract'
import type { Resource } from '../../../kinds/resource'
import { compareCidrs, isCidr } from '../../../net/cidr'
import type { InputProblem } from '../../../ui/DraftInput'
import { problemOfIssue } from '../advice/issue'
import { valueOf } from '../edit'

export type Rows = Readonly<Record<string, Row>>

/** The rows of a field by their key; those of a list by their place in it. */
export function rowsOf(resource: Resource, key: string): Rows {
  return { ...(valueOf(resource, key) as Rows) }
}

/** The rows in the order in which a reader looks for them: addresses and numbers by their size. */
export function inOrder(rows: Rows): readonly (readonly [string, Row])[] {
  return Object.entries(rows).sort(([a], [b]) => {
    if (isCidr(a) && isCidr(b)) return compareCidrs(a, b)
    return a.localeCompare(b, 'en', { numeric: true })
  })
}

/** What the field would hold: a record, or a list where it is one now. */
export function fieldValue(resource: Resource, key: string, rows: Rows): unknown {
  return Array.isArray(valueOf(resource, key)) ? Object.values(rows) : rows
}

/** The rows with this one, in place of the one that had the old key. */
export function withRow(rows: Rows, key: string, row: Row, instead: string | null): Rows {
  if (instead === null || !Object.hasOwn(rows, instead)) return { ...rows, [key]: row }
  return Object.fromEntries(
    Object.entries(rows).map(([its, other]) => (its === instead ? [key, row] : [its, other])),
  )
}

/** What the kind's schema says of a row, at this column or anywhere in the row; null when it will do. */
export function rowProblem(
  resource: Resource,
  field: string,
  rows: Rows,
  key: string,
  column: string | null,
): InputProblem | null {
  const next = { ...resource, [field]: fieldValue(resource, field, rows) }
  const read = definitionOf(resource).schema.safeParse(next)
  if (read.success) return null
  const at = read.error.issues.filter((issue) => {
    const [top, row, cell] = issue.path.map(String)
    if (top !== field || (row !== undefined && row !== key)) return false
    return column === null || column === '' ? true : cell === undefined || cell === column
  })
  const issue = column === '' ? at.find(({ path }) => path.length <= 2) : at[0]
  if (!issue) return null
  return problemOfIssue(issue)
}
