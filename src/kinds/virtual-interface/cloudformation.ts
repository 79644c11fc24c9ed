import { nested, ref } from '../../iac/value'
import { idAttribute } from '../direct-connect-gateway/cloudformation'
import type { Emit } from '../emit'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { interfacePlan } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-privatevirtualinterface.html */
export const cloudformation: Emit<'virtual-interface'> = (it, context) => {
  const { block, strictTags } = context
  const plan = interfacePlan(it, context)
  if (!plan) return { blocks: [], outputs: [] }
  const { gateway, name, connectionId, vlan, bgpAsn } = plan
  const isDirect = gateway.kind === 'direct-connect-gateway'
  return {
    blocks: [
      block(
        it.virtualInterfaceType === 'transit'
          ? 'AWS::DirectConnect::TransitVirtualInterface'
          : 'AWS::DirectConnect::PrivateVirtualInterface',
        {
          VirtualInterfaceName: name,
          ConnectionId: connectionId,
          [isDirect ? 'DirectConnectGatewayId' : 'VirtualGatewayId']: isDirect
            ? ref(gateway.id, idAttribute)
            : ref(gateway.id),
          Vlan: vlan,
          BgpPeers: [nested({ AddressFamily: 'ipv4', Asn: bgpAsn })],
          Tags: strictTags(),
        },
        {
          onlyIf: connectionId,
          dependsOn: isDirect ? [] : [ref(gateway.id, 'id', attachmentPart)],
        },
      ),
    ],
    outputs: [],
  }
}
