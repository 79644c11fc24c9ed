import { fail, ok, type Result } from '../base/result'
import type { Problem } from './problem'

/** The version that this Causeway writes. */
export const newestVersion = 1

type Raw = Readonly<Record<string, unknown>>

/**
 * How a file of one version becomes one of the next, by the version it starts from. When the format
 * changes, `newestVersion` grows by one and the step from the version before is added here; a
 * file then walks up from wherever it starts.
 */
const upgrades: Readonly<Record<number, (raw: Raw) => Raw>> = {}

/** The file as the newest version would have written it. */
export function upgraded(raw: Raw): Result<Raw, Problem> {
  const { version } = raw
  if (
    typeof version !== 'number' ||
    !Number.isInteger(version) ||
    version < 1 ||
    version > newestVersion
  )
    return fail({ code: 'file/version', found: version, newest: newestVersion })
  let file = raw
  for (let from = version; from < newestVersion; from += 1) {
    const step = upgrades[from]
    if (!step) return fail({ code: 'file/version', found: version, newest: newestVersion })
    file = step(file)
  }
  return ok(file)
}
