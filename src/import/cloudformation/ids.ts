import { partitionOf } from '../../kinds/partition'
import type { Stack } from './stack'

/** How AWS begins the IDs of what it makes of these types. */
const prefixes: Readonly<Record<string, string>> = {
  'AWS::EC2::ClientVpnEndpoint': 'cvpn-endpoint',
  'AWS::EC2::CustomerGateway': 'cgw',
  'AWS::EC2::EIP': 'eipalloc',
  'AWS::EC2::EgressOnlyInternetGateway': 'eigw',
  'AWS::EC2::Instance': 'i',
  'AWS::EC2::InternetGateway': 'igw',
  'AWS::EC2::LaunchTemplate': 'lt',
  'AWS::EC2::NatGateway': 'nat',
  'AWS::EC2::NetworkAcl': 'acl',
  'AWS::EC2::NetworkInterface': 'eni',
  'AWS::EC2::PrefixList': 'pl',
  'AWS::EC2::RouteTable': 'rtb',
  'AWS::EC2::SecurityGroup': 'sg',
  'AWS::EC2::Subnet': 'subnet',
  'AWS::EC2::TransitGateway': 'tgw',
  'AWS::EC2::TransitGatewayAttachment': 'tgw-attach',
  'AWS::EC2::TransitGatewayConnect': 'tgw-attach',
  'AWS::EC2::TransitGatewayConnectPeer': 'tgw-connect-peer',
  'AWS::EC2::TransitGatewayPeeringAttachment': 'tgw-attach',
  'AWS::EC2::TransitGatewayRouteTable': 'tgw-rtb',
  'AWS::EC2::TransitGatewayVpcAttachment': 'tgw-attach',
  'AWS::EC2::VPC': 'vpc',
  'AWS::EC2::VPCEndpoint': 'vpce',
  'AWS::EC2::VPCEndpointService': 'vpce-svc',
  'AWS::EC2::VPCPeeringConnection': 'pcx',
  'AWS::EC2::VPNConnection': 'vpn',
  'AWS::EC2::VPNGateway': 'vgw',
  'AWS::VpcLattice::ServiceNetwork': 'sn',
  'AWS::VpcLattice::ServiceNetworkVpcAssociation': 'snva',
  'AWS::VpcLattice::Service': 'svc',
  'AWS::VpcLattice::TargetGroup': 'tg',
}

/** Is it of a type that EC2 gives an ID of this form? */
export const hasPlainId = (type: string): boolean => Object.hasOwn(prefixes, type)

const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0')

/** Digits that a text always has and hardly any other has: 17, as in IDs of AWS. */
export function digitsOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return `0${hex(a)}${hex(b)}`
}

/** The address of a resource: its stack and its logical ID. */
export const addressOf = (stack: Stack, logicalId: string): string =>
  `${stack.address}/${logicalId}`

/** The ID that stands for the one AWS will give, of a resource or of a part of it. */
export const madeUpId = (prefix: string, address: string): string =>
  `${prefix}-${digitsOf(address)}`

/** What stands for the ID of a resource; of those that have none, its ARN. */
export function idFor(stack: Stack, logicalId: string): string {
  const type = stack.template.resources.get(logicalId)?.type ?? ''
  const address = addressOf(stack, logicalId)
  const prefix = Object.hasOwn(prefixes, type) ? prefixes[type] : undefined
  return prefix === undefined ? arnFor(stack, logicalId) : madeUpId(prefix, address)
}

/** The services whose part of an ARN is not the word in the type. */
const services: Readonly<Record<string, string>> = {
  ElasticLoadBalancingV2: 'elasticloadbalancing',
  NetworkFirewall: 'network-firewall',
  VpcLattice: 'vpc-lattice',
}

const nouns: Readonly<Record<string, string>> = {
  LoadBalancer: 'loadbalancer',
  TargetGroup: 'targetgroup',
}

/** What stands for the ARN of a resource. */
export function arnFor(stack: Stack, logicalId: string, middle = logicalId): string {
  const [, service = '', noun = ''] =
    stack.template.resources.get(logicalId)?.type.split('::') ?? []
  const { region, ownerId } = stack.place
  const word = Object.hasOwn(services, service) ? services[service] : service.toLowerCase()
  const type = Object.hasOwn(nouns, noun) ? nouns[noun] : noun.toLowerCase()
  const digits = digitsOf(addressOf(stack, logicalId)).slice(1)
  return `arn:${partitionOf(region)}:${word}:${region}:${ownerId}:${type}/${middle}/${digits}`
}
