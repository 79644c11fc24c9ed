import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { addRoute } from '../../../model/edits/add-route'
import { subnetsServedBy } from '../../../model/internet-access'
import { anywhere, anywhere6 } from '../../../net/ranges'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'

/** IPv4 goes out by a NAT gateway, as for private hosts; IPv6 is open to the internet both ways. */
export const privateSubnetOpen = defineRule<{
  table: ResourceOf<'route-table'>
  subnets: readonly ResourceOf<'subnet'>[]
}>({
  id: 'L28',
  name: 'private-subnet-open',
  severity: 'warn',
  rules: ['NET-5'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
  *check(network) {
    const { design } = network
    for (const table of design.all('route-table')) {
      const six = table.routes[anywhere6]?.target
      const gateway = six && network.internetGatewayOf(table.vpcId)?.id === six
      if (!gateway || !table.routes[anywhere]?.target?.startsWith('nat-gateway:')) continue
      const subnets = subnetsServedBy(design, table.id).filter((it) => it.ipv6CidrBlock !== null)
      if (subnets.length === 0) continue
      yield {
        resources: [table.id, ...subnets.map(({ id }) => id)],
        evidence: [{ type: 'route', routeTableId: table.id, destination: anywhere6, target: six }],
        facts: { table, subnets },
        repairs: [outwardOnly(network, table)],
      }
    }
  },
  say: ({ table, subnets }) =>
    `${called(table)} sends IPv4 to a NAT gateway, but IPv6 to the internet gateway: hosts of ${listed(subnets.map(called))} with an IPv6 address can be reached from the internet. Route ${anywhere6} to an egress-only internet gateway.`,
})

function outwardOnly({ design, document }: Network, table: ResourceOf<'route-table'>) {
  const gateway = design.all('egress-only-internet-gateway').find((it) => it.vpcId === table.vpcId)
  if (!gateway) return null
  return repair({
    id: `outward-only:${table.id}`,
    label: `Route ${anywhere6} to ${called(gateway)}`,
    preview: `Points 1 route of ${called(table)} at ${called(gateway)}.`,
    document,
    run: (draft) => {
      addRoute(draft, table.id, anywhere6, gateway.id)
    },
  })
}
