import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { repair } from '../../repairs/repair'
import { defineRule } from '../define-rule'

/** The targets that lead out of a VPC by another way. */
const otherWays = ['internet-gateway:', 'nat-gateway:', 'vpn-gateway:', 'egress-only-']

/** A subnet that leads nowhere outside while the VPC has a virtual private gateway. (CL-23) */
export const propagationOff = defineRule<{
  gateway: ResourceOf<'vpn-gateway'>
  table: ResourceOf<'route-table'>
  subnet: ResourceOf<'subnet'>
}>({
  id: 'L38',
  name: 'propagation-off',
  severity: 'warn',
  rules: ['VPN-2', 'CL-23'],
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-configure-routing.html',
  *check(network) {
    const { design, document } = network
    for (const gateway of design.all('vpn-gateway')) {
      if (gateway.attachmentState !== 'attached') continue
      const seen = new Set<string>()
      for (const subnet of network.subnetsOf(gateway.vpcId)) {
        const table = design.routeTableOf(subnet.id)
        if (!table || seen.has(table.id) || table.propagatingVgwIds.includes(gateway.id)) continue
        const leadsOut = Object.values(table.routes).some(({ target }) =>
          otherWays.some((way) => target?.startsWith(way)),
        )
        if (leadsOut) continue
        seen.add(table.id)
        yield {
          resources: [table.id, subnet.id, gateway.id],
          evidence: [{ type: 'missing', resourceId: table.id, field: 'propagatingVgwIds' }],
          facts: { gateway, table, subnet },
          repairs: [
            repair({
              id: `propagation:${table.id}:${gateway.id}`,
              label: `Let ${called(gateway)} propagate to ${called(table)}`,
              preview: 'Adds 1 route propagation.',
              document,
              run: (draft) => {
                const it = draft.resources[table.id]
                if (it?.kind === 'route-table') it.propagatingVgwIds.push(gateway.id)
              },
            }),
          ],
        }
      }
    }
  },
  say: ({ gateway, table, subnet }) =>
    `${called(subnet)} has no way out of its VPC: ${called(table)} has no route to ${called(gateway)}, which does not propagate there either. Switch route propagation on.`,
})
