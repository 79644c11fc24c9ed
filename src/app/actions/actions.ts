import { invariant } from '../../base/invariant'
import type { Action } from './action'
import { drawing } from './drawing'
import { arrange, edit } from './edit'
import { file } from './file'
import { reach } from './reach'
import { help, panels, view } from './view'

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  ...file,
  // before what else Escape does
  ...reach,
  ...edit,
  ...arrange,
  ...drawing,
  ...view,
  ...panels,
  ...help,
]

export function actionById(id: string): Action {
  const found = actions.find((it) => it.id === id)
  invariant(found, `there is an action ${id}`)
  return found
}
