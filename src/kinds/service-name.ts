import { distinct } from '../iac/names'
import { kebab } from '../iac/words'
import type { EmitContext } from './emit'
import type { Resource } from './resource'

/**
 * A name in the letters, digits and hyphens that services take, of its own among `siblings`, which
 * share a namespace in one account and Region. It starts with a letter.
 */
export function serviceName(
  it: Resource,
  siblings: readonly Resource[],
  { what, longest }: { readonly what: string; readonly longest: number },
  { renamed }: EmitContext,
): string {
  const wish = ({ name, kind }: Resource) => {
    const text = kebab([name])
      .slice(0, longest - 4)
      .replace(/-$/, '')
    return /^[a-z]/.test(text) ? text : `${kind}-${text}`.slice(0, longest - 4).replace(/-$/, '')
  }
  const names = distinct(
    siblings.map((each) => ({ key: each.id, name: wish(each) })),
    '-',
  )
  const name = names.get(it.id) ?? wish(it)
  if (name !== it.name)
    renamed(
      what,
      it.name,
      name,
      'The service takes letters, digits and hyphens, and each name once',
    )
  return name
}
