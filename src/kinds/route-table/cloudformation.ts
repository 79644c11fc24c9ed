import { isCidr4 } from '../../net/cidr'
import { assertNever } from '../../base/invariant'
import { ref, type Body, type Reference } from '../../iac/value'
import { secondaryAround, secondaryPart } from '../address-block'
import type { Design } from '../contract'
import type { Emit } from '../emit'
import { attachmentPart } from '../internet-gateway/cloudformation'
import type { Id } from '../resource'
import { attachmentOf } from '../transit-gateway-vpc-attachment/plan'
import { propagating, propagationPart, reportPropagation } from '../vpn-gateway/plan'
import { routedEndpoint } from '../vpc-endpoint/routed'
import {
  edgeGateway,
  edgePart,
  isWrittenToCloudFormation,
  plannedRoutes,
  routePart,
  routeWords,
  targetInterface,
  type PlannedRoute,
} from './plan'

export const cloudformation: Emit<'route-table'> = (table, context) => {
  const { design, block, tags, gap } = context
  const vpc = design.get(table.vpcId)
  const mainTable = `aws ec2 describe-route-tables --region ${vpc?.region} --filters Name=vpc-id,Values=<vpc-id> Name=association.main,Values=true`
  if (table.main)
    gap(
      isWrittenToCloudFormation(table, design)
        ? `${table.name} of ${vpc?.name} is written as a custom route table, associated with every subnet that uses it: CloudFormation cannot change the main route table of a VPC.`
        : `The main route table ${table.name} of ${vpc?.name} has no routes of its own and stays the one that AWS makes with the VPC, without its name and tags.`,
      isWrittenToCloudFormation(table, design)
        ? `To make it the main route table, with credentials of account ${vpc?.ownerId}, find the main association with: ${mainTable}; then run: aws ec2 replace-route-table-association --region ${vpc?.region} --association-id <rtbassoc-id> --route-table-id <rtb-id>`
        : `To name it, with credentials of account ${vpc?.ownerId}, find it with: ${mainTable}; then run: aws ec2 create-tags --region ${vpc?.region} --resources <rtb-id> --tags Key=Name,Value=<name>`,
    )
  if (!isWrittenToCloudFormation(table, design)) return { blocks: [], outputs: [] }
  const edge = edgeGateway(table, context)
  reportPropagation(table, context)

  return {
    blocks: [
      block('AWS::EC2::RouteTable', { VpcId: ref(table.vpcId), Tags: tags() }),
      ...plannedRoutes(table, context, 'cloudformation').map((route) => {
        const target = targetOf(route, table.vpcId, context.design)
        const around =
          vpc && typeof route.destination === 'string' && secondaryAround(vpc, route.destination)
        return block(
          'AWS::EC2::Route',
          {
            RouteTableId: ref(table.id),
            ...destinationOf(route),
            ...target.body,
          },
          {
            part: routePart(route),
            words: [routeWords(route)],
            dependsOn: [
              ...target.dependsOn,
              ...(around ? [ref(table.vpcId, 'id', secondaryPart(around))] : []),
            ],
          },
        )
      }),
      ...propagating(table, design).map(({ id }) =>
        block(
          'AWS::EC2::VPNGatewayRoutePropagation',
          { VpnGatewayId: ref(id), RouteTableIds: [ref(table.id)] },
          { part: propagationPart(id), dependsOn: [ref(id, 'id', attachmentPart)] },
        ),
      ),
      ...(edge
        ? [
            block(
              'AWS::EC2::GatewayRouteTableAssociation',
              { GatewayId: ref(edge.id), RouteTableId: ref(table.id) },
              {
                part: edgePart,
                words: ['edge'],
                dependsOn: [ref(edge.id, 'id', attachmentPart)],
              },
            ),
          ]
        : []),
    ],
    outputs: [],
  }
}

function destinationOf({ destination }: PlannedRoute): Body {
  if (typeof destination !== 'string') return { DestinationPrefixListId: ref(destination.id) }
  return isCidr4(destination)
    ? { DestinationCidrBlock: destination }
    : { DestinationIpv6CidrBlock: destination }
}

/** The argument for the target, and what has to be there before the route. */
function targetOf(
  { target }: PlannedRoute,
  vpcId: Id<'vpc'>,
  design: Design,
): {
  readonly body: Body
  readonly dependsOn: readonly Reference[]
} {
  switch (target.kind) {
    case 'internet-gateway':
    case 'vpn-gateway':
      return {
        body: { GatewayId: ref(target.id) },
        dependsOn: [ref(target.id, 'id', attachmentPart)],
      }
    case 'egress-only-internet-gateway':
      return { body: { EgressOnlyInternetGatewayId: ref(target.id) }, dependsOn: [] }
    case 'nat-gateway':
      return { body: { NatGatewayId: ref(target.id) }, dependsOn: [] }
    case 'transit-gateway': {
      const attachment = attachmentOf(vpcId, target.id, design, 'cloudformation')
      return {
        body: { TransitGatewayId: ref(target.id) },
        dependsOn: attachment ? [ref(attachment.of, 'id', attachment.part)] : [],
      }
    }
    case 'workload':
    case 'network-interface':
      return { body: { NetworkInterfaceId: targetInterface(target) }, dependsOn: [] }
    case 'vpc-endpoint':
      return {
        body: { VpcEndpointId: routedEndpoint(target, design, 'cloudformation') },
        dependsOn: [],
      }
    case 'vpc-peering-connection':
      return { body: { VpcPeeringConnectionId: ref(target.id) }, dependsOn: [] }
    default:
      return assertNever(target)
  }
}
