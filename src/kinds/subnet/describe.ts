import {
  blocksIn,
  flag,
  idOf,
  known,
  parts,
  part,
  text,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { blockMode, excluded, ownBlockMode } from '../vpc/describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const describe: Describe<'subnet'> = (context) => {
  const { dump } = context
  const tables = associated('RouteTables', 'Associations', context)
  const acls = associated('NetworkAcls', 'Associations', context)
  return dump.all('Subnets').map(({ it, id }) => {
    const subnetId = id ?? ''
    const six = parts(it, 'Ipv6CidrBlockAssociationSet')
      .filter((each) =>
        ['associated', 'associating'].includes(
          text(part(each, 'Ipv6CidrBlockState'), 'State') ?? 'associated',
        ),
      )
      .map((each) => text(each, 'Ipv6CidrBlock'))
    const table = tables.get(subnetId)
    const acl = acls.get(subnetId)
    return {
      ...known('subnet', it, subnetId),
      vpcId: idOf('vpc', text(it, 'VpcId') ?? ''),
      availabilityZone: text(it, 'AvailabilityZone'),
      availabilityZoneId: text(it, 'AvailabilityZoneId'),
      cidrBlock: flag(it, 'Ipv6Native') ? null : text(it, 'CidrBlock'),
      ipv6CidrBlock: blocksIn(six, 'IPv6')[0] ?? null,
      routeTableId: table ? idOf('route-table', table) : null,
      networkAclId: acl ? idOf('network-acl', acl) : null,
      mapPublicIpOnLaunch: flag(it, 'MapPublicIpOnLaunch'),
      assignIpv6AddressOnCreation: flag(it, 'AssignIpv6AddressOnCreation'),
      enableDns64: flag(it, 'EnableDns64'),
      internetGatewayBlockMode: excluded('SubnetId', subnetId, context) ?? blockModeOf(it, context),
    }
  })
}

/** What Block Public Access does to it otherwise than to its VPC, where nobody asked for the options. */
function blockModeOf(it: Raw, context: DescribeContext) {
  const vpcId = text(it, 'VpcId')
  const own = ownBlockMode(it)
  const ofVpc = ownBlockMode(context.dump.find('Vpcs', vpcId)?.it ?? {})
  return blockMode(context.placeOf(vpcId), context) === null && own !== ofVpc ? own : null
}

const stands = (it: Raw) =>
  !['disassociated', 'failed'].includes(text(part(it, 'AssociationState'), 'State') ?? '')

/** What each subnet is associated with; a default network ACL is one that subnets name too. */
function associated(
  collection: 'RouteTables' | 'NetworkAcls',
  key: string,
  { dump }: DescribeContext,
): ReadonlyMap<string, string> {
  return new Map(
    dump.all(collection).flatMap(({ it, id }) =>
      parts(it, key)
        .filter(stands)
        .flatMap((each) => {
          const subnetId = text(each, 'SubnetId')
          return subnetId && id ? [[subnetId, id] as const] : []
        }),
    ),
  )
}
