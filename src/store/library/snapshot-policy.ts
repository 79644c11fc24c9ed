/** How many past states of a design are kept, and how far apart they are taken. */
export const snapshotLimit = 20
export const snapshotEveryMs = 10 * 60_000

/** Which of these times are too many? The oldest. */
export function surplus(takenAt: readonly number[]): readonly number[] {
  return takenAt.toSorted((a, b) => b - a).slice(snapshotLimit)
}
