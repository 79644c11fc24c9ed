import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { connectBlock } from './connect-block'
import {
  acceptsInTemplate,
  defaultTableOf,
  enabled,
  reportGateway,
  reportShare,
  shareOf,
  sharePart,
} from './plan'

export const cloudformation: Emit<'transit-gateway'> = (gateway, context) => {
  const { design, block, output, tags, account, gap } = context
  reportGateway(gateway, context, 'cloudformation')
  const isKept = defaultTableOf(gateway, design, 'cloudformation') !== null
  const cidrBlock = connectBlock(gateway, context)
  const accepts = acceptsInTemplate(gateway, design)
  if (accepts && !gateway.autoAcceptSharedAttachments)
    gap(
      `The template makes ${gateway.name} accept attachments of other accounts by itself, which it does not in the design: CloudFormation has no resource that accepts one.`,
      `Once all are attached, run: aws ec2 modify-transit-gateway --region ${gateway.region} --transit-gateway-id <id> --options AutoAcceptSharedAttachments=disable`,
    )
  const share = shareOf(gateway, design)
  if (share) reportShare(gateway, share, context, 'cloudformation')
  return {
    blocks: [
      block('AWS::EC2::TransitGateway', {
        AmazonSideAsn: gateway.amazonSideAsn,
        AutoAcceptSharedAttachments: enabled(accepts),
        DefaultRouteTableAssociation: enabled(isKept && gateway.defaultRouteTableAssociation),
        DefaultRouteTablePropagation: enabled(isKept && gateway.defaultRouteTablePropagation),
        DnsSupport: enabled(gateway.dnsSupport),
        SecurityGroupReferencingSupport: enabled(gateway.securityGroupReferencingSupport),
        TransitGatewayCidrBlocks: cidrBlock ? [cidrBlock] : undefined,
        VpnEcmpSupport: enabled(gateway.vpnEcmpSupport),
        Tags: tags(),
      }),
      ...(share
        ? [
            block(
              'AWS::RAM::ResourceShare',
              {
                Name: share.name,
                AllowExternalPrincipals: true,
                Principals: share.principals.map(account),
                ResourceArns: [ref(gateway.id, 'TransitGatewayArn')],
              },
              { part: sharePart },
            ),
          ]
        : []),
    ],
    outputs: [
      output(['transit gateway id'], `ID of the transit gateway ${gateway.name}.`, ref(gateway.id)),
    ],
  }
}
