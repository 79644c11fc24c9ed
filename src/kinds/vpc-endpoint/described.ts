import { parts, text, type Dump, type Entry, type Raw } from '../describe'

const made = new WeakMap<Dump, readonly Entry[]>()

/** The endpoints that were listed, and gateway endpoints that only routes tell of. (EP-1) */
export function endpointsIn(dump: Dump): readonly Entry[] {
  const known = made.get(dump)
  if (known) return known
  const all = [...dump.all('VpcEndpoints'), ...toldByRoutes(dump)]
  made.set(dump, all)
  return all
}

/**
 * Nothing but a gateway endpoint is the target of a route by prefix list, and the list has the name of
 * the service. What it does is told by that, but for its policy. (RT-10)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
function toldByRoutes(dump: Dump): readonly Entry[] {
  const told = new Map<string, Entry>()
  const tables = new Map<string, string[]>()
  for (const table of dump.all('RouteTables'))
    for (const route of parts(table.it, 'Routes')) {
      const id = text(route, 'GatewayId')
      const listId = text(route, 'DestinationPrefixListId')
      const isListed = id !== null && dump.find('VpcEndpoints', id) !== undefined
      if (!id?.startsWith('vpce-') || !listId || isListed || !table.id) continue
      if (text(route, 'State') === 'blackhole') continue
      const ids = tables.get(id) ?? []
      tables.set(id, [...ids, table.id])
      const it: Raw = {
        VpcEndpointId: id,
        VpcEndpointType: 'Gateway',
        VpcId: text(table.it, 'VpcId'),
        ServiceName: nameOf(listId, dump),
        State: 'available',
        RouteTableIds: tables.get(id),
      }
      told.set(id, { ...table, it, id })
    }
  return [...told.values()]
}

/** The name of AWS's own list, which is that of the service; null where nobody told it. */
function nameOf(listId: string, dump: Dump): string | null {
  const name = text(dump.find('PrefixLists', listId)?.it ?? {}, 'PrefixListName')
  return name?.startsWith('com.amazonaws.') ? name : null
}
