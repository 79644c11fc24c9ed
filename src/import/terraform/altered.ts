import { text } from '../../kinds/describe'
import type { TypeReader } from '../cloudformation/item'
import { inWords } from './properties'
import type { Shown } from './shown'

/**
 * What is told of these resources is not all: another one changes them, and how is not read. By ID,
 * with what is missing.
 */
export function alteredIn(shown: readonly Shown[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
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
  for (const { type, address, values, isMade } of shown) {
    for (const key of keysOf(type, isMade)) {
      const id = text(values, key)
      if (id !== null) found.set(instances.get(id) ?? id, `what ${address} adds to it`)
    }
    const named = associating[type]
    const [subnetId, otherId] = [text(values, 'subnet_id'), named ? text(values, named) : null]
    if (subnetId !== null && otherId !== null && !ids.has(otherId))
      found.set(subnetId, `${otherId}, which ${address} names and the state does not hold`)
  }
  return found
}

/** Under which names a state tells the ID of a resource itself, or of what AWS made with it. */
const idKeys = [
  'id',
  'default_route_table_id',
  'main_route_table_id',
  'default_network_acl_id',
] as const

const altered: Readonly<Record<string, readonly string[]>> = {
  aws_ec2_transit_gateway_default_route_table_association: ['transit_gateway_id'],
  aws_ec2_transit_gateway_default_route_table_propagation: ['transit_gateway_id'],
}

/** What these add is told with what they add it to, once both are there. */
const adding: Readonly<Record<string, readonly string[]>> = {
  aws_ec2_managed_prefix_list_entry: ['prefix_list_id'],
  aws_vpc_endpoint_security_group_association: ['vpc_endpoint_id'],
  aws_vpc_endpoint_subnet_association: ['vpc_endpoint_id'],
}

const keysOf = (type: string, isMade: boolean): readonly string[] => [
  ...(Object.hasOwn(altered, type) ? (altered[type] ?? []) : []),
  ...(isMade && Object.hasOwn(adding, type) ? (adding[type] ?? []) : []),
]

const isDefaultTable = (type: string) => type === 'aws_default_route_table'

/** Does it change something that another resource makes, though it is nothing that is written down? */
export const isAltering = (type: string): boolean =>
  keysOf(type, true).length > 0 || isDefaultTable(type)

/** It is part of what it changes. */
export const altering = (type: string): TypeReader => ({
  partOf: ({ properties }) =>
    [...keysOf(type, true), ...(isDefaultTable(type) ? ['default_route_table_id'] : [])].map(
      (key) => text(properties, inWords(key)),
    ),
  read: () => undefined,
})

const associating: Readonly<Record<string, string>> = {
  aws_route_table_association: 'route_table_id',
  aws_network_acl_association: 'network_acl_id',
}
