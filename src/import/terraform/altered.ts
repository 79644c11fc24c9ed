import { text } from '../../kinds/describe'
import type { Shown } from './shown'

/**
 * What is told of these resources is not all: another one changes them, and how is not read. By ID,
 * with what is missing.
 */
export function alteredIn(shown: readonly Shown[]): ReadonlyMap<string, string> {
  const altered = new Map<string, string>()
  const ids = new Set(
    shown.flatMap(({ values }) =>
      idKeys.flatMap((key) => {
        const id = text(values, key)
        return id === null ? [] : [id]
      }),
    ),
  )
  const instances = new Map(
    shown
      .filter(({ type }) => type === 'aws_instance')
      .map(({ values }) => [text(values, 'primary_network_interface_id'), text(values, 'id')]),
  )
  for (const { type, address, values } of shown) {
    for (const key of altering[type] ?? []) {
      const id = text(values, key)
      if (id !== null) altered.set(instances.get(id) ?? id, `what ${address} adds to it`)
    }
    const named = associating[type]
    const [subnetId, otherId] = [text(values, 'subnet_id'), named ? text(values, named) : null]
    if (subnetId !== null && otherId !== null && !ids.has(otherId))
      altered.set(subnetId, `${otherId}, which ${address} names and the state does not hold`)
  }
  return altered
}

/** Under which names a state tells the ID of a resource itself, or of what AWS made with it. */
const idKeys = [
  'id',
  'default_route_table_id',
  'main_route_table_id',
  'default_network_acl_id',
] as const

const altering: Readonly<Record<string, readonly string[]>> = {
  aws_network_interface_sg_attachment: ['network_interface_id'],
  aws_network_interface_attachment: ['network_interface_id', 'instance_id'],
}

const associating: Readonly<Record<string, string>> = {
  aws_route_table_association: 'route_table_id',
  aws_network_acl_association: 'network_acl_id',
}
