import type { Variable } from '../../iac/value'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Attachment = ResourceOf<'vpn-connection' | 'direct-connect-gateway-association'>

/** An attachment by an ID that whoever deploys looks up. */
export interface LookedUp<A> {
  readonly attachment: A
  readonly id: Variable
  readonly onlyIf: Variable
}

/**
 * CloudFormation does not tell the ID of the attachment that comes with a VPN connection or a Direct
 * Connect gateway: it is a parameter, set once they are there.
 */
export function lookedUp<A extends Attachment>(
  attachment: A,
  gateway: ResourceOf<'transit-gateway'>,
  { design, input, gap }: EmitContext,
): LookedUp<A> {
  const isVpn = attachment.kind === 'vpn-connection'
  const term = isVpn ? 'VPN connection' : 'Direct Connect gateway'
  const hasNamesake = [
    ...design.all('vpn-connection'),
    ...design.all('direct-connect-gateway-association'),
  ].some((it) => it.name === attachment.name && it.id !== attachment.id)
  const id = input({
    words: [
      attachment.name,
      ...(hasNamesake ? [attachment.id.slice(attachment.id.indexOf(':') + 1)] : []),
      'attachment id',
    ],
    isCommon: true,
    type: 'string',
    default: null,
    description: `ID of the transit gateway attachment that ${attachment.name} is; without it nothing in the route tables of ${gateway.name} names it.`,
    pattern: 'tgw-attach-[0-9a-f]+',
    says: 'An ID that starts with tgw-attach-.',
    place: gateway,
  })
  gap(
    `What the route tables of ${gateway.name} say of ${attachment.name} is made once the ID of its attachment is set: CloudFormation does not tell it.`,
    `Once the stack is there, take the ID from aws ec2 describe-transit-gateway-attachments --region ${gateway.region} --filters Name=resource-id,Values=<ID of the ${term}> --query TransitGatewayAttachments[].TransitGatewayAttachmentId, and deploy again with ${id.name} set to it.`,
  )
  return { attachment, id, onlyIf: id }
}
