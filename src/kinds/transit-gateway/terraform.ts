import { ref } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { connectBlock } from './connect-block'
import {
  acceptedPart,
  defaultTableOf,
  enabled,
  principalPart,
  reportGateway,
  reportShare,
  sharedPart,
  shareOf,
  sharePart,
} from './plan'

export const terraform: Emit<'transit-gateway'> = (gateway, context) => {
  const { design, block, output, tags } = context
  reportGateway(gateway, context, 'terraform')
  const isKept = defaultTableOf(gateway, design, 'terraform') !== null
  const cidrBlock = connectBlock(gateway, context)
  return {
    blocks: [
      block('aws_ec2_transit_gateway', {
        amazon_side_asn: gateway.amazonSideAsn,
        auto_accept_shared_attachments: enabled(gateway.autoAcceptSharedAttachments),
        default_route_table_association: enabled(isKept && gateway.defaultRouteTableAssociation),
        default_route_table_propagation: enabled(isKept && gateway.defaultRouteTablePropagation),
        dns_support: enabled(gateway.dnsSupport),
        security_group_referencing_support: enabled(gateway.securityGroupReferencingSupport),
        transit_gateway_cidr_blocks: cidrBlock ? [cidrBlock] : undefined,
        vpn_ecmp_support: enabled(gateway.vpnEcmpSupport),
        tags: tags(),
      }),
      ...shareBlocks(gateway, context),
    ],
    outputs: [
      output(['transit gateway id'], `ID of the transit gateway ${gateway.name}.`, ref(gateway.id)),
    ],
  }
}

/** The share, what and with whom it shares, and that they accept. (DEP-9) */
function shareBlocks(
  gateway: ResourceOf<'transit-gateway'>,
  context: EmitContext,
): Emission['blocks'] {
  const { design, block, account, input } = context
  const share = shareOf(gateway, design)
  if (!share) return []
  reportShare(gateway, share, context, 'terraform')
  const accepts = () =>
    input({
      words: ['accept resource shares'],
      isCommon: true,
      type: 'bool',
      default: true,
      description:
        'Do accounts accept what others share with them? Not within an organization for which sharing is enabled in AWS RAM: nothing waits for acceptance there.',
    })
  return [
    block(
      'aws_ram_resource_share',
      // that others than those of the organization may accept is for them to decide
      { name: share.name, allow_external_principals: true },
      { part: sharePart },
    ),
    block(
      'aws_ram_resource_association',
      {
        resource_arn: ref(gateway.id, 'arn'),
        resource_share_arn: ref(gateway.id, 'arn', sharePart),
      },
      { part: sharedPart },
    ),
    ...share.principals.map((ownerId) =>
      block(
        'aws_ram_principal_association',
        { principal: account(ownerId), resource_share_arn: ref(gateway.id, 'arn', sharePart) },
        { part: principalPart(ownerId), words: ['for', ownerId] },
      ),
    ),
    ...share.attaching.map((ownerId) =>
      block(
        'aws_ram_resource_share_accepter',
        {
          share_arn: ref(gateway.id, 'resource_share_arn', principalPart(ownerId)),
        },
        {
          part: acceptedPart(ownerId),
          words: ['by', ownerId],
          onlyIf: accepts(),
          place: { ownerId, region: gateway.region },
        },
      ),
    ),
  ]
}
