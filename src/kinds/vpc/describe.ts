import {
  blocksIn,
  flag,
  known,
  oneOf,
  part,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Described,
  type Entry,
  type Raw,
} from '../describe'
import { internetGatewayBlockModes } from './schema'

type Mode = (typeof internetGatewayBlockModes)[number]

/**
 * The VPCs that were listed, and of those that were not what peering connections tell of them.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html
 */
export const describe: Describe<'vpc'> = (context) => {
  const listed = context.dump.all('Vpcs').map((entry) => listedVpc(entry, context))
  const there = new Set(listed.map(({ awsId }) => awsId))
  const others = new Map<string, Described<'vpc'>>()
  for (const { it } of context.dump.all('VpcPeeringConnections'))
    for (const side of ['RequesterVpcInfo', 'AccepterVpcInfo']) {
      const other = toldBy(part(it, side))
      if (other?.awsId && !there.has(other.awsId)) others.set(other.awsId, other)
    }
  return [...listed, ...others.values()]
}

function listedVpc({ it, id }: Entry, context: DescribeContext): Described<'vpc'> {
  const vpcId = id ?? ''
  const standing = (key: string, state: string) =>
    parts(it, key).filter((each) =>
      ['associated', 'associating'].includes(text(part(each, state), 'State') ?? 'associated'),
    )
  const four = standing('CidrBlockAssociationSet', 'CidrBlockState').map((each) =>
    text(each, 'CidrBlock'),
  )
  const six = standing('Ipv6CidrBlockAssociationSet', 'Ipv6CidrBlockState').map((each) =>
    text(each, 'Ipv6CidrBlock'),
  )
  const cidrBlock = text(it, 'CidrBlock')
  const attribute = (key: string): boolean | null => {
    for (const { it: each } of context.dump.of('VpcAttributes', vpcId)) {
      if (typeof each[key] === 'boolean') return each[key]
      if (typeof part(each, key)['Value'] === 'boolean') return flag(part(each, key), 'Value')
    }
    return null
  }
  return {
    ...known('vpc', it, vpcId, flag(it, 'IsDefault') ? 'default' : null),
    ...context.placeOf(vpcId),
    cidrBlock,
    secondaryCidrBlocks: blocksIn(four, 'IPv4').filter((block) => block !== cidrBlock),
    ipv6CidrBlocks: blocksIn(six, 'IPv6'),
    enableDnsSupport: attribute('EnableDnsSupport') ?? true,
    enableDnsHostnames:
      attribute('EnableDnsHostnames') ?? (flag(it, 'IsDefault') || hasPrivateNames(vpcId, context)),
    internetGatewayBlockMode:
      excluded('VpcId', vpcId, context) ??
      blockMode(context.placeOf(vpcId), context) ??
      ownBlockMode(it) ??
      'off',
  }
}

/** AWS makes an endpoint with private DNS names only where the VPC has both DNS attributes. (EP-13) */
const hasPrivateNames = (vpcId: string, { dump }: DescribeContext): boolean =>
  dump
    .all('VpcEndpoints')
    .some(({ it }) => text(it, 'VpcId') === vpcId && flag(it, 'PrivateDnsEnabled'))

/** What Block Public Access says in an account and Region; null where nobody asked. (NET-25) */
export function blockMode(
  { ownerId, region }: { readonly ownerId: string; readonly region: string },
  { dump }: DescribeContext,
): Mode | null {
  const option = dump
    .all('VpcBlockPublicAccessOptions')
    .find(
      (entry) =>
        (text(entry.it, 'AwsAccountId') ?? entry.ownerId ?? ownerId) === ownerId &&
        (text(entry.it, 'AwsRegion') ?? entry.region ?? region) === region,
    )
  return option
    ? oneOf(text(option.it, 'InternetGatewayBlockMode'), internetGatewayBlockModes, 'off')
    : null
}

/**
 * What a VPC or subnet says of itself; null where it is older than Block Public Access.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html
 */
export function ownBlockMode(it: Raw): Mode | null {
  const told = text(part(it, 'BlockPublicAccessStates'), 'InternetGatewayBlockMode')
  return internetGatewayBlockModes.find((mode) => mode === told) ?? null
}

/**
 * What an exclusion of this VPC or subnet makes of Block Public Access; null where there is none.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html
 */
export function excluded(key: string, awsId: string, { dump }: DescribeContext): Mode | null {
  const isOf = (it: Raw) =>
    text(it, key) === awsId || (text(it, 'ResourceArn') ?? '').endsWith(`/${awsId}`)
  const found = dump
    .all('VpcBlockPublicAccessExclusions')
    .find(
      ({ it }) => isOf(it) && /^(create|update)-(complete|failed)$/.test(text(it, 'State') ?? ''),
    )
  if (!found) return null
  const mode = text(found.it, 'InternetGatewayExclusionMode')
  return mode === 'allow-egress' ? 'block-ingress' : 'off'
}

function toldBy(info: Raw): Described<'vpc'> | null {
  const [vpcId, ownerId, region] = ['VpcId', 'OwnerId', 'Region'].map((key) => text(info, key))
  const told = [
    text(info, 'CidrBlock'),
    ...parts(info, 'CidrBlockSet').map((it) => text(it, 'CidrBlock')),
  ]
  const [cidrBlock, ...secondaryCidrBlocks] = blocksIn(told, 'IPv4')
  if (!vpcId || !ownerId || !region || !cidrBlock) return null
  const six = parts(info, 'Ipv6CidrBlockSet').map((it) => text(it, 'Ipv6CidrBlock'))
  return {
    ...known('vpc', {}, vpcId),
    ownerId,
    region,
    cidrBlock,
    secondaryCidrBlocks,
    ipv6CidrBlocks: blocksIn(six, 'IPv6'),
    undescribed: 'aws ec2 describe-vpcs',
  }
}
