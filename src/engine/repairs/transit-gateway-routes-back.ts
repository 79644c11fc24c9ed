import { called } from '../../kinds/called'
import type { Id, ResourceOf } from '../../kinds/resource'
import { overlaps, type Cidr } from '../../net/cidr'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { counted, listed } from './words'

type Gateway = ResourceOf<'transit-gateway'>
type TableId = Id<'transit-gateway-route-table'>

/**
 * The static routes that bring answers back over a peering attachment: on the far transit gateway,
 * in the tables of the VPCs that are asked, to the blocks of the VPCs that ask. Null where either
 * cannot be told.
 */
export function transitGatewayRoutesBack(
  network: Network,
  peering: ResourceOf<'transit-gateway-peering-attachment'>,
  there: Gateway,
  lacking: Gateway,
): Repair | null {
  const { document } = network
  const asked = new Set<Cidr>()
  const blocks = new Set<Cidr>()
  for (const table of network.transitGatewayTablesOf(there.id)) {
    const routes = table.routes.filter((route) => route.attachmentId === peering.id)
    if (routes.length === 0) continue
    for (const route of routes) asked.add(route.destination)
    for (const it of attachedVpcs(network, there, table.id))
      for (const block of network.blocksOf(it.vpcId)) blocks.add(block)
  }
  const tables = network
    .transitGatewayTablesOf(lacking.id)
    .filter((table) =>
      attachedVpcs(network, lacking, table.id).some(({ vpcId }) =>
        network
          .blocksOf(vpcId)
          .some((block) => [...asked].some((destination) => overlaps(block, destination))),
      ),
    )
  const changes = tables.flatMap((table) =>
    [...blocks]
      .filter((block) => !table.routes.some((route) => overlaps(route.destination, block)))
      .map((block) => ({ tableId: table.id, block })),
  )
  if (changes.length === 0) return null
  return repair({
    id: `routes-back:${peering.id}:${lacking.id}`,
    label: `Add the missing static routes to ${called(lacking)}`,
    preview: `Adds ${counted(changes.length, 'static route')}: ${listed([...new Set(changes.map(({ block }) => block))])}.`,
    document,
    run: (draft) => {
      for (const { tableId, block } of changes) {
        const table = draft.resources[tableId]
        if (table?.kind === 'transit-gateway-route-table')
          table.routes[block] = { attachmentId: peering.id }
      }
    },
  })
}

/** The VPC attachments whose packets this table decides about. */
function attachedVpcs(network: Network, gateway: Gateway, tableId: TableId) {
  return network
    .attachmentsOf(gateway.id)
    .filter((it) => it.kind === 'transit-gateway-vpc-attachment')
    .filter((it) => network.associatedTableOf(it.id, gateway.id)?.id === tableId)
}
