import { definitionOf } from '../../../kinds/catalogue'
import type { Resource } from '../../../kinds/resource'
import type { InputProblem } from '../../../ui/DraftInput'
import { valueOf } from '../edit'
import { problemOfIssue } from './issue'

/** What the schema says of a text in a list of texts, in place of one that is there. */
export function listProblem(
  resource: Resource,
  field: string,
  text: string,
  instead: string | null,
): InputProblem | null {
  const texts = (valueOf(resource, field) as readonly string[] | null) ?? []
  if (texts.includes(text) && text !== instead)
    return { tone: 'error', text: `${text} is in the list already.` }
  const next = instead === null ? [...texts, text] : texts.map((it) => (it === instead ? text : it))
  const at = instead === null ? texts.length : texts.indexOf(instead)
  const read = definitionOf(resource).schema.safeParse({ ...resource, [field]: next })
  const issue = read.error?.issues.find(({ path }) => path[0] === field && path[1] === at)
  return issue ? problemOfIssue(issue) : null
}
