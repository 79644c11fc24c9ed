import type { InputProblem } from '../../../ui/DraftInput'

const error = (text: string): InputProblem => ({ tone: 'error', text })

/**
 * What to say of a new tag key.
 * @source https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function tagKeyProblem(
  key: string,
  tags: Readonly<Record<string, string>>,
): InputProblem | null {
  if (key === '') return error('A tag needs a key.')
  if (key.length > 128) return error('128 characters fit.')
  if (/^aws:/i.test(key)) return error('AWS keeps keys that begin with aws: for itself.')
  if (key === 'Name') return error('The name above becomes the Name tag.')
  return Object.hasOwn(tags, key) ? error(`There is a tag ${key} already.`) : null
}

export function tagValueProblem(value: string): InputProblem | null {
  return value.length > 256 ? error('256 characters fit.') : null
}
