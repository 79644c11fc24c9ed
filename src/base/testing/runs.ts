import fc from 'fast-check'

/**
 * More or fewer runs of a property than are usual: fewer where one run is slow.
 * @example runs(2) // { numRuns: 200 } unless CAUSEWAY_RUNS says otherwise than 100
 */
export function runs(share: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * share) }
}
