import { hide } from '../overlay'
import type { Workspace } from '../workspace'

/** Says that an import failed, and why; nothing was changed by it. */
export function notImported({ designer }: Workspace, error: unknown): void {
  hide()
  const why = error instanceof Error ? error.message : String(error)
  designer.notify(`The files were not imported: ${why}`, 'problem')
}
