/** A cell by its row and column; -1 is the head of the rows or columns. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Rows and columns that a page key goes over. */
const page = 10

/** Where does this key lead from here? Null where it leads nowhere. */
export function placeAfter(
  {
    key,
    ctrlKey,
    altKey,
    metaKey,
  }: {
    readonly key: string
    readonly ctrlKey: boolean
    readonly altKey: boolean
    readonly metaKey: boolean
  },
  { row, column }: Place,
  count: number,
): Place | null {
  if (altKey || metaKey || count === 0) return null
  const last = count - 1
  const within = (to: Place): Place => ({
    row: Math.max(-1, Math.min(to.row, last)),
    column: Math.max(-1, Math.min(to.column, last)),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'PageUp':
      return within({ row: Math.max(0, row - page), column })
    case 'PageDown':
      return within({ row: row + page, column })
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? last : row, column: last }
    default:
      return null
  }
}
