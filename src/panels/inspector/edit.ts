import { definitionOf } from '../../kinds/catalogue'
import type { Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { editResource } from '../../store/commands/edit'
import type { Designer } from '../../store/designer'

/** What every editor of a field is given. */
export interface FieldProps<R extends Resource = Resource> {
  readonly resource: R
  readonly fieldKey: string
  readonly label: string
  readonly readOnly: boolean
}

/** The value of a field; the kind's `fields` name only keys it has. */
export function valueOf(resource: Resource, key: string): unknown {
  return (resource as unknown as Readonly<Record<string, unknown>>)[key]
}

/**
 * Writes one field as one undoable step, read by the kind's schema like any outside input. Says what
 * is wrong when the schema refuses it; the fields' own advice should have said so before.
 */
export function writeField(
  designer: Designer,
  resource: Resource,
  key: string,
  value: unknown,
  label: string,
): void {
  const current = designer.getState().document.resources[resource.id]
  if (!current) return
  const { schema, fields } = definitionOf(current)
  const written = { ...current, [key]: value }
  const along = fields.find((field) => field.key === key)?.along
  const design = designOf(designer.getState().document)
  const read = schema.safeParse(along ? along(written, design) : written)
  if (read.success) designer.run(editResource, { resource: read.data, what: label.toLowerCase() })
  else designer.notify(read.error.issues.map((issue) => issue.message).join(' '), 'problem')
}
