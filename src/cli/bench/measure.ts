/** A figure of the benchmark: how often our way fits into the plain way, measured in one run. */
export interface Row {
  readonly what: string
  /** Plain time over our time; of two times that should stay near each other, ours over theirs. */
  readonly ratio: string
  /** For information: the absolute figures of this machine. */
  readonly figures: string
}

/** How long this takes: the middle one of several runs after a first one that does not count. */
export function timed(run: () => unknown, times = 5): number {
  run()
  const all = Array.from({ length: times }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  }).toSorted((a, b) => a - b)
  return all[all.length >> 1] ?? 0
}

/** Which time is not exceeded in 95 of 100 runs? */
export function usually(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? 0
}

export function ms(time: number): string {
  if (time >= 60_000) return `${(time / 60_000).toFixed(1)} min`
  return time >= 1000 ? `${(time / 1000).toFixed(2)} s` : `${time.toFixed(time < 10 ? 2 : 0)} ms`
}

export const times = (ratio: number): string =>
  ratio >= 100 ? `${Math.round(ratio).toLocaleString('en')} ×` : `${ratio.toFixed(1)} ×`
