import type { Reference } from '../../iac/value'
import { ref } from '../../iac/value'
import type { Design } from '../contract'
import type { Emit } from '../emit'
import type { ResourceOf } from '../resource'
import {
  acceptedPart,
  defaultTableOf,
  enabled,
  principalPart,
  sharedPart,
} from '../transit-gateway/plan'
import {
  accepterPart,
  attachmentPlan,
  carryingPart,
  isAttachmentWritten,
  reportAttachment,
  type AttachmentPlan,
} from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_vpc_attachment */
export const terraform: Emit<'transit-gateway-vpc-attachment'> = (attachment, context) => {
  const { design, block, output, tags } = context
  const plan = attachmentPlan(attachment, design)
  reportAttachment(attachment, plan, context, 'terraform')
  if (!isAttachmentWritten(plan, 'terraform')) return { blocks: [], outputs: [] }
  const isAccepted = carryingPart(attachment, design, 'terraform') === accepterPart
  // only the owner of the transit gateway says what becomes of its default route tables
  const defaults = defaultsOf(attachment, plan, design)
  return {
    blocks: [
      block(
        'aws_ec2_transit_gateway_vpc_attachment',
        {
          transit_gateway_id: ref(plan.gateway.id),
          vpc_id: ref(plan.vpc.id),
          subnet_ids: plan.subnets.map(({ id }) => ref(id)),
          appliance_mode_support: enabled(attachment.applianceModeSupport),
          dns_support: enabled(attachment.dnsSupport),
          ipv6_support: enabled(attachment.ipv6Support),
          security_group_referencing_support: enabled(attachment.securityGroupReferencingSupport),
          ...(plan.isForeign ? {} : defaults),
          tags: tags(),
        },
        { dependsOn: plan.isForeign ? sharingOf(plan) : [] },
      ),
      ...(isAccepted
        ? [
            block(
              'aws_ec2_transit_gateway_vpc_attachment_accepter',
              { transit_gateway_attachment_id: ref(attachment.id), ...defaults, tags: tags() },
              { part: accepterPart, place: plan.gateway },
            ),
          ]
        : []),
    ],
    outputs: [
      output(
        ['attachment id'],
        `ID of the transit gateway attachment ${attachment.name}.`,
        ref(attachment.id),
      ),
    ],
  }
}

/** Is it in the default route tables, as far as the transit gateway has any? (TGW-8) */
function defaultsOf(
  { id }: ResourceOf<'transit-gateway-vpc-attachment'>,
  { gateway }: AttachmentPlan,
  design: Design,
) {
  const table = defaultTableOf(gateway, design, 'terraform')
  return {
    transit_gateway_default_route_table_association:
      (gateway.defaultRouteTableAssociation && table?.associations.includes(id)) ?? false,
    transit_gateway_default_route_table_propagation:
      (gateway.defaultRouteTablePropagation && table?.propagations.includes(id)) ?? false,
  }
}

/** What makes the transit gateway known to the account of the VPC. */
function sharingOf({ gateway, vpc }: AttachmentPlan): readonly Reference[] {
  return [sharedPart, principalPart(vpc.ownerId), acceptedPart(vpc.ownerId)].map((part) =>
    ref(gateway.id, 'id', part),
  )
}
