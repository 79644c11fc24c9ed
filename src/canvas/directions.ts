export type Direction = 'left' | 'right' | 'up' | 'down'

/** The keys with arrows, by their code. */
export const arrowKeys: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export const stepOf: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** As a sentence says it: `on the left`. */
export const sideOf: Readonly<Record<Direction, string>> = {
  left: 'on the left',
  right: 'on the right',
  up: 'above',
  down: 'below',
}
