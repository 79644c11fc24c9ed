import type { ResourceOf } from '../../../kinds/resource'
import { addRoute } from '../../../model/edits/add-route'
import { attachedGateway } from '../../../model/internet-access'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { keysOf } from '../../../kinds/without'
import type { Network } from '../../network'
import { attachGatewayRepair } from '../../repairs/attach-gateway'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

type Gateway = ResourceOf<'internet-gateway'>
type Table = ResourceOf<'route-table'>

/** A route to an internet gateway that is not attached to the table's own VPC is a blackhole. */
export const routeToDetachedGateway = defineRule<{
  table: Table
  destination: RouteDestination
  gateway: Gateway
}>({
  id: 'L25',
  name: 'route-to-detached-gateway',
  severity: 'error',
  rules: ['RT-11', 'RT-14'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *check(network) {
    const { design } = network
    for (const table of design.all('route-table'))
      for (const destination of keysOf(table.routes).toSorted()) {
        const target = table.routes[destination]?.target
        const gateway = target ? design.resources[target] : undefined
        if (gateway?.kind !== 'internet-gateway') continue
        const foreign = gateway.vpcId !== table.vpcId
        if (network.internetGatewayOf(table.vpcId)?.id === gateway.id) continue
        yield {
          resources: [table.id, gateway.id],
          evidence: [
            { type: 'route', routeTableId: table.id, destination, target: gateway.id },
            { type: 'field', resourceId: gateway.id, field: foreign ? 'vpcId' : 'attachmentState' },
          ],
          facts: { table, destination, gateway },
          repairs: [
            foreign
              ? ownGateway(network, table, destination)
              : attachGatewayRepair(network, gateway),
          ],
        }
      }
  },
  say: ({ table, destination, gateway }) =>
    gateway.vpcId === table.vpcId
      ? `${called(table)} sends ${destination} to ${called(gateway)}, which is detached: the route is a blackhole. Attach the internet gateway to the VPC.`
      : `${called(table)} sends ${destination} to ${called(gateway)}, which belongs to another VPC: a route can name a gateway of its own VPC only.`,
})

function ownGateway({ design, document }: Network, table: Table, destination: RouteDestination) {
  const own = attachedGateway(design, table.vpcId)
  if (!own) return null
  return repair({
    id: `own-gateway:${table.id}:${destination}`,
    label: "Use the VPC's own internet gateway",
    preview: `Changes 1 route in ${called(table)}: ${destination} to ${called(own)}.`,
    document,
    run: (draft) => {
      addRoute(draft, table.id, destination, own.id)
    },
  })
}
