import { parts, text, type DescribeContext, type Place, type Raw } from '../../kinds/describe'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { calls } from '../../kinds/untold'

type Call = Exclude<keyof typeof calls, 'routes'>

/**
 * Says of VPCs, load balancers and target groups which calls would tell more of them: without their
 * network interfaces an address that nobody has may be somebody's. (CL-17)
 */
export function addUntold(resources: Map<Id, Resource>, context: DescribeContext): void {
  const lacking = new Map<Call, string[]>()
  for (const it of Array.from(resources.values())) {
    const missing =
      it.kind === 'vpc'
        ? ofVpc(it, context)
        : it.kind === 'load-balancer'
          ? it.type === 'application' // always crosses zones, unless a target group says otherwise
            ? []
            : ofListed(it, 'LoadBalancers', 'LoadBalancerAttributes', 'balancer', context)
          : it.kind === 'target-group'
            ? ofListed(it, 'TargetGroups', 'TargetGroupAttributes', 'targetGroup', context)
            : it.kind === 'transit-gateway'
              ? ofGateway(it, resources, context)
              : []
    if (missing.length === 0 || it.undescribed) continue
    resources.set(it.id, { ...it, untold: missing.map((name) => calls[name]) })
    for (const name of missing) lacking.set(name, [...(lacking.get(name) ?? []), it.name])
  }
  for (const [name, all] of lacking) {
    const [first = '', second] = all.toSorted()
    const others =
      all.length > 2 ? `${first} and ${all.length - 1} others` : `${first} and ${second}`
    context.lacks(calls[name], whys[name](second === undefined ? first : others))
  }
}

const whys: { readonly [Name in Call]: (name: string) => string } = {
  subnets: (name) => `What lies in ${name} is not known without it.`,
  interfaces: (name) => `Who has which address in ${name} is not known without it.`,
  endpoints: (name) => `Which endpoints with private names ${name} has is not known without it.`,
  peerings: (name) => `Whose groups the rules in ${name} may name is not known without it.`,
  internetGateways: (name) => `Whether ${name} has an internet gateway is not known without it.`,
  attachments: (name) => `Which tables the attachments of ${name} use is not known without it.`,
  balancer: (name) => `Whether ${name} crosses zones is not known without it.`,
  targetGroup: (name) =>
    `Whether ${name} crosses zones and keeps addresses is not known without it.`,
}

function ofVpc(vpc: ResourceOf<'vpc'>, context: DescribeContext): readonly Call[] {
  const { dump } = context
  const listed = vpc.awsId ? dump.find('Vpcs', vpc.awsId) : undefined
  if (!vpc.awsId || !listed || listed.whole) return []
  const place = context.placeOf(vpc.awsId)
  const lacks = (collection: string) => !dump.askedAt(collection, place)
  const missing: readonly (readonly [Call, boolean])[] = [
    ['subnets', lacks('Subnets')],
    ['interfaces', lacks('NetworkInterfaces')],
    ['endpoints', lacks('VpcEndpoints') && mayHaveNames(vpc, vpc.awsId, place, context)],
    ['internetGateways', lacks('InternetGateways') && lacks('RouteTables')],
    ['peerings', lacks('VpcPeeringConnections') && hasPeers(vpc.awsId, context)],
  ]
  return missing.flatMap(([call, isMissing]) => (isMissing ? [call] : []))
}

/** Endpoints with private names have interfaces, in a VPC with both DNS attributes. (EP-13) */
function mayHaveNames(
  { enableDnsSupport, enableDnsHostnames }: ResourceOf<'vpc'>,
  vpcId: string,
  place: Place,
  { dump }: DescribeContext,
): boolean {
  if (dump.asked('VpcAttributes', vpcId) && !(enableDnsSupport && enableDnsHostnames)) return false
  return (
    !dump.askedAt('NetworkInterfaces', place) ||
    dump.all('NetworkInterfaces').some(({ it }) => text(it, 'VpcId') === vpcId && isOfEndpoint(it))
  )
}

const isOfEndpoint = (it: Raw): boolean =>
  text(it, 'InterfaceType') === 'vpc_endpoint' ||
  Boolean(text(it, 'Description')?.startsWith('VPC Endpoint Interface '))

const hasPeers = (vpcId: string, { dump }: DescribeContext): boolean =>
  dump
    .all('RouteTables')
    .some(
      ({ it }) =>
        text(it, 'VpcId') === vpcId &&
        parts(it, 'Routes').some((route) => text(route, 'VpcPeeringConnectionId') !== null),
    )

/** Which table an attachment is associated with, the attachment tells, or the list of the table. */
function ofGateway(
  { id, awsId, ownerId, region }: ResourceOf<'transit-gateway'>,
  resources: ReadonlyMap<Id, Resource>,
  { dump }: DescribeContext,
): readonly Call[] {
  const listed = awsId ? dump.find('TransitGateways', awsId) : undefined
  const place = { ownerId: ownerId ?? '', region }
  if (!listed || listed.whole || dump.askedAt('TransitGatewayAttachments', place)) return []
  const tables = [...resources.values()].filter(
    (it) => it.kind === 'transit-gateway-route-table' && it.transitGatewayId === id,
  )
  const isListed =
    dump.asked('TransitGatewayVpcAttachments') &&
    tables.every((it) => it.awsId && dump.asked('Associations', it.awsId))
  // whoever is attached from another account may tell it of what is his
  const isTold = dump
    .all('TransitGatewayAttachments')
    .some(({ it }) => text(it, 'TransitGatewayId') === awsId && Object.hasOwn(it, 'Association'))
  return isListed || isTold ? [] : ['attachments']
}

function ofListed(
  { awsId }: Resource,
  list: string,
  attributes: string,
  call: Call,
  { dump }: DescribeContext,
): readonly Call[] {
  if (!awsId || dump.find(list, awsId)?.whole || dump.asked(attributes, awsId)) return []
  return [call]
}
