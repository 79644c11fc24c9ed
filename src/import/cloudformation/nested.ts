import { isFields, isList, at, type Node } from './node'
import type { Template } from './template'

export const nestedType = 'AWS::CloudFormation::Stack'

/**
 * The files that the address of a nested template may mean where it cannot be evaluated: buckets are
 * often parameters, the name of the file hardly ever is.
 */
export function nestedNames(node: Node | undefined, depth = 0): readonly string[] {
  if (typeof node === 'string') {
    const name = node.replace(/\$\{[^}]*\}/g, '').trim()
    return /\.[a-z]+$/i.test(name) ? [name] : []
  }
  if (depth > 6) return []
  if (isList(node)) return node.flatMap((each) => nestedNames(each, depth + 1))
  return isFields(node) ? Object.values(node).flatMap((each) => nestedNames(each, depth + 1)) : []
}

const endOf = (path: string) =>
  path
    .replace(/[?#].*$/, '')
    .split(/[/\\]/)
    .at(-1) ?? ''

/** The template whose file is called so, the one nearest to the template that nests it first. */
export function fileNamed(
  names: readonly string[],
  templates: readonly Template[],
  from: string,
): Template | null {
  for (const name of names) {
    const found = templates.filter(({ path }) => endOf(path) === endOf(name) && endOf(name) !== '')
    const shared = ({ path }: Template) => {
      let length = 0
      while (length < path.length && path[length] === from[length]) length += 1
      return length
    }
    const [best] = found.toSorted((a, b) => shared(b) - shared(a))
    if (best) return best
  }
  return null
}

/** The templates that this one nests, as far as they are among the files. */
export function nestedTemplates(
  { resources, path }: Template,
  templates: readonly Template[],
): readonly Template[] {
  return [...resources.values()].flatMap((it) => {
    if (it.type !== nestedType) return []
    const found = fileNamed(nestedNames(at(it.properties, 'TemplateURL')), templates, path)
    return found && found.path !== path ? [found] : []
  })
}
