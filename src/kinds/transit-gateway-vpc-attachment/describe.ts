import {
  idOf,
  known,
  oneOf,
  part,
  text,
  texts,
  type Describe,
  type Dump,
  type Raw,
} from '../describe'
import { attachmentStates } from './schema'

const isOn = (options: Raw, key: string, otherwise: boolean): boolean => {
  const value = text(options, key)
  return value === null ? otherwise : value === 'enable'
}

const over = new Set(['deleted', 'rejected', 'failed'])

/**
 * Attachments of VPCs. Those that only the list of all attachments holds lack their subnets: they
 * lie in accounts whose own list is missing.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html
 */
export const describe: Describe<'transit-gateway-vpc-attachment'> = ({ dump }) => {
  const listed = dump.all('TransitGatewayVpcAttachments').flatMap(({ it, id }) => {
    const options = part(it, 'Options')
    const [vpcId, gatewayId] = [text(it, 'VpcId'), text(it, 'TransitGatewayId')]
    if (!id || !vpcId || !gatewayId || over.has(text(it, 'State') ?? '')) return []
    return [
      {
        ...known('transit-gateway-vpc-attachment', it, id),
        transitGatewayId: idOf('transit-gateway', gatewayId),
        vpcId: idOf('vpc', vpcId),
        subnetIds: texts(it, 'SubnetIds').map((each) => idOf('subnet', each)),
        state: oneOf(text(it, 'State'), attachmentStates, 'available'),
        applianceModeSupport: isOn(options, 'ApplianceModeSupport', false),
        dnsSupport: isOn(options, 'DnsSupport', true),
        ipv6Support: isOn(options, 'Ipv6Support', false),
        securityGroupReferencingSupport: isOn(options, 'SecurityGroupReferencingSupport', true),
      },
    ]
  })
  const there = new Set(dump.all('TransitGatewayVpcAttachments').map(({ id }) => id))
  const others = dump.all('TransitGatewayAttachments').flatMap(({ it, id }) => {
    const [vpcId, gatewayId] = [text(it, 'ResourceId'), text(it, 'TransitGatewayId')]
    const isVpc = text(it, 'ResourceType') === 'vpc' && !over.has(text(it, 'State') ?? '')
    if (!id || !vpcId || !gatewayId || !isVpc || there.has(id)) return []
    return [
      {
        ...known('transit-gateway-vpc-attachment', it, id),
        transitGatewayId: idOf('transit-gateway', gatewayId),
        vpcId: idOf('vpc', vpcId),
        state: oneOf(text(it, 'State'), attachmentStates, 'available'),
        subnetIds: facesOf(id, dump),
        undescribed: 'aws ec2 describe-transit-gateway-vpc-attachments',
      },
    ]
  })
  return [...listed, ...others]
}

/** The subnets that it has an interface in, by what their descriptions say. */
const facesOf = (id: string, dump: Dump) =>
  dump.all('NetworkInterfaces').flatMap(({ it }) => {
    const subnetId = text(it, 'SubnetId')
    const isIts =
      text(it, 'InterfaceType') === 'transit_gateway' && text(it, 'Description')?.endsWith(` ${id}`)
    return isIts && subnetId ? [idOf('subnet', subnetId)] : []
  })
