import { ref } from '../../iac/value'
import { blockOwner } from '../address-block'
import type { Emit } from '../emit'
import { providedBlock } from '../ipv6-block'
import { defaultTableOf } from '../transit-gateway/plan'
import {
  associationPart,
  gatewayOf,
  plannedTable,
  propagationPart,
  reportMarks,
  routeWords,
  saidOf,
  type PlannedRoute,
} from './plan'

export const terraform: Emit<'transit-gateway-route-table'> = (table, context) => {
  const { design, block, output, tags, gap } = context
  const gateway = gatewayOf(table, design)
  const { associations, propagations, routes } = plannedTable(table, context, 'terraform')
  reportMarks(table, context)
  const own = defaultTableOf(gateway, design, 'terraform')
  const isDefault = own?.id === table.id
  const { defaultRouteTableAssociation: associates, defaultRouteTablePropagation: propagates } =
    gateway
  if (isDefault)
    gap(
      `${table.name} is the route table that AWS makes with ${gateway.name}, so its name and tags are not in the code.`,
      `To name it, run: aws ec2 create-tags --region ${gateway.region} --resources <id> --tags Key=Name,Value=<name>`,
    )
  const id = isDefault
    ? ref(
        gateway.id,
        associates ? 'association_default_route_table_id' : 'propagation_default_route_table_id',
      )
    : ref(table.id)

  const destinationOf = ({ destination, to }: PlannedRoute) => {
    if (typeof destination !== 'string') return ref(destination.id)
    const vpc =
      to?.attachment.kind === 'transit-gateway-vpc-attachment'
        ? design.get(to.attachment.vpcId)
        : undefined
    if (vpc && destination === providedBlock(vpc)) return ref(vpc.id, 'ipv6_cidr_block')
    const found = vpc && blockOwner(destination, [vpc], design)
    return found ? ref(found.owner.id, 'cidr_block', found.part) : destination
  }

  return {
    blocks: [
      ...(isDefault
        ? []
        : [
            block('aws_ec2_transit_gateway_route_table', {
              transit_gateway_id: ref(gateway.id),
              tags: tags(),
            }),
          ]),
      ...associations.flatMap((it) => {
        const isPeering = it.attachment.kind === 'transit-gateway-peering-attachment'
        // a VPC's is associated with the default table as it is attached
        if (isDefault && associates && !isPeering) return []
        return [
          block(
            'aws_ec2_transit_gateway_route_table_association',
            {
              transit_gateway_attachment_id: it.id,
              transit_gateway_route_table_id: id,
              // a peering cannot be told to stay out of the default table
              replace_existing_association: isPeering && own && associates ? true : undefined,
            },
            { part: associationPart(it), words: [it.attachment.name], onlyIf: it.onlyIf },
          ),
        ]
      }),
      ...(isDefault && propagates ? [] : propagations).map((it) =>
        block(
          'aws_ec2_transit_gateway_route_table_propagation',
          { transit_gateway_attachment_id: it.id, transit_gateway_route_table_id: id },
          { part: propagationPart(it), words: [it.attachment.name], onlyIf: it.onlyIf },
        ),
      ),
      ...routes.map((route) => {
        const isList = typeof route.destination !== 'string'
        return block(
          isList
            ? 'aws_ec2_transit_gateway_prefix_list_reference'
            : 'aws_ec2_transit_gateway_route',
          {
            transit_gateway_route_table_id: id,
            [isList ? 'prefix_list_id' : 'destination_cidr_block']: destinationOf(route),
            transit_gateway_attachment_id: route.to?.id,
            blackhole: route.to ? undefined : true,
          },
          {
            part: `route ${saidOf(route)}`,
            words: [routeWords(route)],
            onlyIf: route.to?.onlyIf,
          },
        )
      }),
    ],
    outputs: [
      output(
        ['transit gateway route table id'],
        `ID of the transit gateway route table ${table.name}.`,
        id,
      ),
    ],
  }
}
