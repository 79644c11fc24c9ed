import { resourceSchema, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'

/**
 * All these designs in one, side by side: ids and names of each get a number in front, so that
 * those of one design keep meaning each other.
 */
export function sideBySide(documents: readonly Document[]): Document {
  const resources = documents.flatMap((document, index) => {
    const parts = Object.entries(document.resources)
    const text = parts
      .toSorted(([a], [b]) => b.length - a.length)
      .reduce(
        (rest, [id]) => {
          const [kind = '', ...name] = id.split(':')
          const numbered = `${kind}:${index + 1}-${name.join(':')}`
          return rest.replaceAll(JSON.stringify(id), JSON.stringify(numbered))
        },
        JSON.stringify(parts.map(([, it]) => it)),
      )
    const numbered = (JSON.parse(text) as readonly Resource[]).map((it) =>
      resourceSchema.parse({ ...it, name: `${index + 1} ${it.name}`.slice(0, 255) }),
    )
    return numbered
  })
  const accounts = documents.flatMap((document) => document.accounts)
  return {
    name: 'Everything',
    description: 'Every kind in every variant',
    accounts: [...new Map(accounts.map((it) => [it.id, it])).values()],
    resources: Object.fromEntries(resources.map((it) => [it.id, it])),
    layout: {},
  }
}
