import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { defaultTableOf } from '../transit-gateway/plan'
import {
  associationPart,
  gatewayOf,
  plannedTable,
  propagationPart,
  reportMarks,
  routeWords,
  saidOf,
} from './plan'

export const cloudformation: Emit<'transit-gateway-route-table'> = (table, context) => {
  const { design, block, output, tags, gap } = context
  const gateway = gatewayOf(table, design)
  reportMarks(table, context)
  if (defaultTableOf(gateway, design, 'cloudformation')?.id === table.id) {
    gap(
      `${table.name} is the route table that AWS makes with ${gateway.name}; associations and propagations come with the attachments. Its name and tags are not in the template.`,
      `To name it, run: aws ec2 create-tags --region ${gateway.region} --resources <id> --tags Key=Name,Value=<name>`,
    )
    return { blocks: [], outputs: [] }
  }
  const { associations, propagations, routes } = plannedTable(table, context, 'cloudformation')
  return {
    blocks: [
      block('AWS::EC2::TransitGatewayRouteTable', {
        TransitGatewayId: ref(gateway.id),
        Tags: tags(),
      }),
      ...associations.map((it) =>
        block(
          'AWS::EC2::TransitGatewayRouteTableAssociation',
          { TransitGatewayAttachmentId: it.id, TransitGatewayRouteTableId: ref(table.id) },
          { part: associationPart(it), words: [it.attachment.name], onlyIf: it.onlyIf },
        ),
      ),
      ...propagations.map((it) =>
        block(
          'AWS::EC2::TransitGatewayRouteTablePropagation',
          { TransitGatewayAttachmentId: it.id, TransitGatewayRouteTableId: ref(table.id) },
          { part: propagationPart(it), words: [it.attachment.name], onlyIf: it.onlyIf },
        ),
      ),
      ...routes.map((route) =>
        block(
          'AWS::EC2::TransitGatewayRoute',
          {
            TransitGatewayRouteTableId: ref(table.id),
            DestinationCidrBlock: saidOf(route),
            TransitGatewayAttachmentId: route.to?.id,
            Blackhole: route.to ? undefined : true,
          },
          {
            part: `route ${saidOf(route)}`,
            words: [routeWords(route)],
            onlyIf: route.to?.onlyIf,
          },
        ),
      ),
    ],
    outputs: [
      output(
        ['transit gateway route table id'],
        `ID of the transit gateway route table ${table.name}.`,
        ref(table.id),
      ),
    ],
  }
}
