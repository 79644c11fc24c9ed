import type { Evaluation } from './evaluate'
import { arnFor, addressOf, digitsOf, hasPlainId, idFor, madeUpId } from './ids'
import { at } from './node'
import type { Stack } from './stack'
import type { TemplateResource } from './template'
import { isUnknown, isValueList, Unknown, valueAt, type Value } from './value'

/** A value that only AWS knows, as a text that later is known again. */
export const primaryIpOf = (interfaceId: string): string => `primary-ip-of:${interfaceId}`

/** The ID of the interface whose primary address this stands for. */
export const interfaceOfIp = (text: string): string | null =>
  /^primary-ip-of:(eni-.+)$/.exec(text)?.[1] ?? null

/** What AWS makes with a VPC, by what stands for its ID. */
export const mainTableOf = (vpcId: string) => madeUpId('rtb', `${vpcId} main`)
export const defaultAclOf = (vpcId: string) => madeUpId('acl', `${vpcId} default`)
export const defaultGroupOf = (vpcId: string) => madeUpId('sg', `${vpcId} default`)
/** The route table that AWS makes with a transit gateway. */
/** What EKS makes with a cluster, for its control plane and its nodes. */
export const clusterGroupOf = (clusterArn: string) => madeUpId('sg', `${clusterArn} cluster`)
export const defaultTableOf = (gatewayId: string) => madeUpId('tgw-rtb', `${gatewayId} default`)
/** An endpoint of a firewall, by its place among the subnets. */
export const firewallEndpoint = (arn: string, index: number) =>
  madeUpId('vpce', `${arn} endpoint ${index}`)

const part = (digits: string) => digits.replace(/^0+(?=.)/, '')

/** The block of IPv6 addresses that Amazon gives a VPC is not known before: this one stands for it. */
export function amazonBlockOf(vpcId: string): string {
  const digits = digitsOf(`${vpcId} IPv6`)
  return `2001:db8:${part(digits.slice(1, 5))}:${part(`${digits.slice(5, 7)}00`)}::/56`
}

/**
 * What `Ref` and `Fn::GetAtt` make of a resource: IDs and ARNs are made up from its address, the rest
 * is read from its properties. What only AWS knows is unknown.
 */
export function attributeIn(
  stack: Stack,
  it: TemplateResource,
  attribute: string | null,
  { valueOf }: Pick<Evaluation, 'valueOf'>,
  zoneOf: (subnetId: string) => Value,
): Value {
  const id = idFor(stack, it.logicalId)
  const own = (name: string): Value => valueOf(at(it.properties, name))
  const isNamed = (...names: readonly string[]) => names.includes(attribute ?? '')
  const made = attributeOfType(id, it, attribute, own, zoneOf)
  if (made !== undefined) return made
  if (attribute === null)
    return hasPlainId(it.type) || isByArn(it.type) ? id : nameOf(stack, it, own)
  if (/^[A-Za-z]*Id$/.test(attribute) && hasPlainId(it.type) && !isNamed('VpcId', 'SubnetId'))
    return id
  const noun = it.type.slice(it.type.lastIndexOf(':') + 1)
  if (isByArn(it.type) && isNamed('Id', `${noun}Id`)) return id
  if (attribute.endsWith('Arn')) return isByArn(it.type) ? id : arnFor(stack, it.logicalId)
  const told = own(attribute)
  // AWS chooses one where none is named
  if (told === undefined && attribute === 'AvailabilityZone') return `${stack.place.region}a`
  if (told !== undefined) return told
  return new Unknown(
    `${attribute} of ${addressOf(stack, it.logicalId)} (${it.type}) is known only once it is deployed.`,
  )
}

/** Types that `Ref` tells the ARN of. */
const isByArn = (type: string) =>
  /^AWS::(?:ElasticLoadBalancingV2|NetworkFirewall|DirectConnect|VpcLattice|EKS::Nodegroup|ECS::Service|ECS::TaskDefinition|RAM)\b/.test(
    type,
  )

/** Others are referred to by their names, which stand for them whatever they are. */
function nameOf(stack: Stack, it: TemplateResource, own: (name: string) => Value): Value {
  for (const key of nameKeys) {
    const name = own(key)
    if (typeof name === 'string') return name
  }
  return `${it.logicalId}-${digitsOf(addressOf(stack, it.logicalId)).slice(1, 9)}`
}

const nameKeys = [
  'Name',
  'FunctionName',
  'DBInstanceIdentifier',
  'ClusterName',
  'DBSubnetGroupName',
]

/** Attributes with a meaning of their own; undefined for the rest. */
function attributeOfType(
  id: string,
  { type }: TemplateResource,
  attribute: string | null,
  own: (name: string) => Value,
  zoneOf: (subnetId: string) => Value,
): Value {
  switch (`${type} ${attribute ?? ''}`) {
    case 'AWS::EC2::EIP ':
    case 'AWS::EC2::EIP PublicIp':
      return `public-ip-of:${id}`
    case 'AWS::EC2::VPC DefaultSecurityGroup':
      return defaultGroupOf(id)
    case 'AWS::EKS::Cluster ClusterSecurityGroupId':
      return clusterGroupOf(id)
    case 'AWS::EC2::VPC DefaultNetworkAcl':
      return defaultAclOf(id)
    case 'AWS::EC2::VPC Ipv6CidrBlocks':
      return [amazonBlockOf(id)]
    case 'AWS::EC2::VPC VpcId':
    case 'AWS::EC2::Subnet SubnetId':
      return id
    case 'AWS::EC2::Subnet Ipv6CidrBlocks': {
      const block = own('Ipv6CidrBlock')
      return block === undefined || isUnknown(block) ? block : [block]
    }
    case 'AWS::EC2::NetworkInterface PrimaryPrivateIpAddress':
      return primaryIpOf(id)
    case 'AWS::EC2::TransitGateway AssociationDefaultRouteTableId':
    case 'AWS::EC2::TransitGateway PropagationDefaultRouteTableId':
      return defaultTableOf(id)
    case 'AWS::EC2::VPCEndpoint NetworkInterfaceIds':
      return [madeUpId('eni', `${id} 0`)]
    case 'AWS::NetworkFirewall::Firewall EndpointIds': {
      const mappings = own('SubnetMappings')
      if (!isValueList(mappings)) return undefined
      return mappings.map((each, index) => {
        const subnetId = valueAt(each, 'SubnetId')
        const zone = typeof subnetId === 'string' ? zoneOf(subnetId) : subnetId
        return typeof zone === 'string' ? `${zone}:${firewallEndpoint(id, index)}` : zone
      })
    }
    default:
      return undefined
  }
}
