import { assertNever } from '../../base/invariant'
import { ref, type Body } from '../../iac/value'
import { blockOwner, secondaryAround, secondaryPart, vpcsAttachedTo } from '../address-block'
import type { Emit } from '../emit'
import { attachmentOf } from '../transit-gateway-vpc-attachment/plan'
import { propagating, propagationPart, reportPropagation } from '../vpn-gateway/plan'
import { routedEndpoint } from '../vpc-endpoint/routed'
import { activePart } from '../vpc-peering-connection/plan'
import { isCidr4, type Cidr } from '../../net/cidr'
import { providedBlock } from '../ipv6-block'
import {
  edgeGateway,
  edgePart,
  plannedRoutes,
  routePart,
  routeWords,
  targetInterface,
  type PlannedRoute,
} from './plan'
import type { RouteTarget } from './refused'

export const terraform: Emit<'route-table'> = (table, context) => {
  const { design, block, tags } = context
  const vpc = design.get(table.vpcId)
  const routes = plannedRoutes(table, context, 'terraform')
  const edge = edgeGateway(table, context)
  const gateways = propagating(table, design)
  reportPropagation(table, context)

  const targetOf = ({ target }: PlannedRoute): Body => {
    switch (target.kind) {
      case 'internet-gateway':
      case 'vpn-gateway':
        return { gateway_id: ref(target.id) }
      case 'egress-only-internet-gateway':
        return { egress_only_gateway_id: ref(target.id) }
      case 'nat-gateway':
        return { nat_gateway_id: ref(target.id) }
      case 'transit-gateway': {
        const attachment = attachmentOf(table.vpcId, target.id, design, 'terraform')
        return {
          transit_gateway_id: attachment
            ? ref(attachment.of, 'transit_gateway_id', attachment.part)
            : ref(target.id),
        }
      }
      case 'workload':
      case 'network-interface':
        return { network_interface_id: targetInterface(target) }
      case 'vpc-endpoint':
        return { vpc_endpoint_id: routedEndpoint(target, design, 'terraform') }
      case 'vpc-peering-connection':
        return { vpc_peering_connection_id: ref(target.id, 'id', activePart(target, design)) }
      default:
        return assertNever(target)
    }
  }

  const peersBlock = (destination: Cidr, target: RouteTarget) => {
    if (target.kind === 'transit-gateway') {
      const far = blockOwner(destination, vpcsAttachedTo([target.id], design), design)
      return far ? ref(far.owner.id, 'cidr_block', far.part) : destination
    }
    if (target.kind !== 'vpc-peering-connection') return destination
    const peerId =
      target.requesterVpcId === table.vpcId ? target.accepterVpcId : target.requesterVpcId
    const peer = design.get(peerId)
    if (peer && destination === providedBlock(peer)) return ref(peer.id, 'ipv6_cidr_block')
    const found = peer && blockOwner(destination, [peer], design)
    return found ? ref(found.owner.id, 'cidr_block', found.part) : destination
  }

  const destinationOf = ({ destination, target }: PlannedRoute): Body => {
    if (typeof destination !== 'string') return { destination_prefix_list_id: ref(destination.id) }
    const block = peersBlock(destination, target)
    return isCidr4(destination)
      ? { destination_cidr_block: block }
      : { destination_ipv6_cidr_block: block }
  }

  return {
    blocks: [
      table.main
        ? block('aws_default_route_table', {
            default_route_table_id: ref(table.vpcId, 'default_route_table_id'),
            // the default table takes away every propagation that it does not list
            propagating_vgws: gateways.length > 0 ? gateways.map(({ id }) => ref(id)) : undefined,
            tags: tags(),
          })
        : block('aws_route_table', { vpc_id: ref(table.vpcId), tags: tags() }),
      ...routes.map((route) => {
        const around =
          vpc && typeof route.destination === 'string' && secondaryAround(vpc, route.destination)
        return block(
          'aws_route',
          {
            route_table_id: ref(table.id),
            ...destinationOf(route),
            ...targetOf(route),
          },
          {
            part: routePart(route),
            words: [routeWords(route)],
            // a block is refused once a route inside it stands (VPC-9)
            dependsOn: around ? [ref(table.vpcId, 'id', secondaryPart(around))] : [],
          },
        )
      }),
      ...(table.main ? [] : gateways).map(({ id }) =>
        block(
          'aws_vpn_gateway_route_propagation',
          { vpn_gateway_id: ref(id), route_table_id: ref(table.id) },
          { part: propagationPart(id) },
        ),
      ),
      ...(edge
        ? [
            block(
              'aws_route_table_association',
              { gateway_id: ref(edge.id), route_table_id: ref(table.id) },
              { part: edgePart, words: ['edge'] },
            ),
          ]
        : []),
    ],
    outputs: [],
  }
}
