import type { Resource } from '../../kinds/resource'

/** `public` as a word of its own, and not denied by the word before it. */
const word = /(?<!\b(?:non|not|no)[\s_-])(?<![a-z])(?:public|internet-facing)(?![a-z])/i

/** Does the name or a tag of this resource call it public? */
export function saysPublic({ name, tags }: Pick<Resource, 'name' | 'tags'>): boolean {
  return [name, ...Object.entries(tags).flat()].some((it) => word.test(it))
}
