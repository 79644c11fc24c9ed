import { firewallEndpoint } from '../../cloudformation/attributes'
import { asText, isList, isObject, type Value } from './value'

/** What AWS tells of a firewall once it is there: its endpoint in each subnet, and in which zone. */
export function firewallStatus(
  id: string,
  mappings: Value,
  zoneOf: (subnetId: string) => Value | undefined,
): Value | null {
  if (!isList(mappings)) return null
  const states = mappings.map((each, index): Value | null => {
    const subnet = isObject(each) ? asText(each.get('subnet_id') ?? null) : null
    const zone = subnet === null ? undefined : zoneOf(subnet)
    if (zone === undefined) return null
    const attachment = new Map<string, Value>([
      ['endpoint_id', firewallEndpoint(id, index)],
      ['subnet_id', subnet],
    ])
    return new Map<string, Value>([
      ['availability_zone', zone],
      ['attachment', [attachment]],
    ])
  })
  const known = states.filter((each) => each !== null)
  return known.length < states.length ? null : [new Map<string, Value>([['sync_states', known]])]
}
