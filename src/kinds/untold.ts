import { holds } from '../net/cidr'
import type { Ip } from '../net/ip'
import type { NetworkView } from './network'
import type { Resource } from './resource'

/** Calls of the AWS CLI that tell more of a thing than the one that lists it. */
export const calls = {
  subnets: 'aws ec2 describe-subnets',
  interfaces: 'aws ec2 describe-network-interfaces',
  endpoints: 'aws ec2 describe-vpc-endpoints',
  peerings: 'aws ec2 describe-vpc-peering-connections',
  routes: 'aws ec2 search-transit-gateway-routes',
  attachments: 'aws ec2 describe-transit-gateway-attachments',
  internetGateways: 'aws ec2 describe-internet-gateways',
  balancer: 'aws elbv2 describe-load-balancer-attributes',
  targetGroup: 'aws elbv2 describe-target-group-attributes',
} as const

/** Which of these calls was not made for a thing that was imported? Null where all were. (CL-17) */
export const untold = (
  it: Pick<Resource, 'untold'> | undefined,
  ...names: readonly (keyof typeof calls)[]
): string | null =>
  names.map((name) => calls[name]).find((call) => it?.untold?.includes(call)) ?? null

/** The call that would say who has an address; null where everybody in the VPCs is known. (CL-17) */
export function untoldAt(address: Ip, { design }: Pick<NetworkView, 'design'>): string | null {
  for (const vpc of design.all('vpc')) {
    const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks]
    // of a VPC that only a peering connection tells of not even its subnets are known
    const call = vpc.undescribed ?? untold(vpc, 'subnets', 'interfaces')
    if (call && blocks.some((block) => holds(block, address))) return call
  }
  return null
}

/** The same of addresses that the internet knows, which lie in no VPC's blocks. */
export const untoldAnywhere = ({ design }: Pick<NetworkView, 'design'>): string | null =>
  design
    .all('vpc')
    .map((vpc) => untold(vpc, 'subnets', 'interfaces'))
    .find((call) => call !== null) ?? null
