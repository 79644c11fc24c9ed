import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'

/** One line for everything of a network that matters, so that two networks compare as lists. */
export type Facts = readonly string[]

/** What the design says, read from the document without the exporters. */
export function factsOfDesign(document: Document): Facts {
  const design = designOf(document)
  const nameOf = (id: Id) => design.resources[id]?.name ?? id
  return [
    ...design
      .all('vpc')
      .map((vpc) =>
        vpcFact(vpc.ownerId, vpc.region, vpc.name, [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]),
      ),
    ...design
      .all('subnet')
      .flatMap((subnet) => [
        `subnet ${nameOf(subnet.vpcId)}/${subnet.name} ${subnet.cidrBlock} ${subnet.availabilityZone}`,
        ...routesOf(subnet, design).map((route) => `${subnet.name} routes ${route}`),
      ]),
    ...design
      .all('vpc-peering-connection')
      .map(
        (it) =>
          `peering ${it.name} from ${nameOf(it.requesterVpcId)} to ${nameOf(it.accepterVpcId)} ${it.status}`,
      ),
    ...design.all('security-group').flatMap((group) =>
      (['ingress', 'egress'] as const).flatMap((direction) =>
        Object.values(group[direction]).map((rule) => {
          const peer = rule.referencedGroupId ? nameOf(rule.referencedGroupId) : rule.cidrIpv4
          return ruleFact(group.name, direction, rule.ipProtocol, rule.fromPort, rule.toPort, peer)
        }),
      ),
    ),
  ].toSorted()
}

const vpcFact = (account: string, region: string, name: string, blocks: readonly string[]) =>
  `vpc ${account} ${region} ${name} ${blocks.join(' ')}`

function ruleFact(
  group: string,
  direction: string,
  protocol: string,
  from: number | null | undefined,
  to: number | null | undefined,
  peer: string | null | undefined,
) {
  return `rule ${group} ${direction} ${protocol} ${from ?? '*'}-${to ?? '*'} ${peer}`
}

function routesOf(subnet: ResourceOf<'subnet'>, design: Design): readonly string[] {
  const routes = design.routeTableOf(subnet.id)?.routes ?? {}
  return Object.entries(routes).map(
    ([destination, { target }]) =>
      `${destination} to ${target ? design.resources[target]?.name : 'nothing'}`,
  )
}

/** What the AWS CLI would say: the fields of its describe-* answers that the facts need. */
export interface Deployed {
  readonly account: string
  readonly region: string
  readonly vpcs: readonly (Tagged & {
    readonly VpcId: string
    readonly CidrBlockAssociationSet: readonly { readonly CidrBlock: string }[]
  })[]
  readonly subnets: readonly (Tagged & {
    readonly SubnetId: string
    readonly VpcId: string
    readonly CidrBlock: string
    readonly AvailabilityZone: string
  })[]
  readonly routeTables: readonly {
    readonly VpcId: string
    readonly Associations: readonly { readonly Main: boolean; readonly SubnetId?: string }[]
    readonly Routes: readonly Readonly<Record<string, string>>[]
  }[]
  readonly gateways: readonly (Tagged & { readonly id: string })[]
  readonly peerings: readonly (Tagged & {
    readonly VpcPeeringConnectionId: string
    readonly Status: { readonly Code: string }
    readonly RequesterVpcInfo: { readonly VpcId: string }
    readonly AccepterVpcInfo: { readonly VpcId: string }
  })[]
  readonly groups: readonly (Tagged & {
    readonly GroupId: string
    readonly GroupName: string
    readonly IpPermissions: readonly Permission[]
    readonly IpPermissionsEgress: readonly Permission[]
  })[]
}

export interface Tagged {
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[]
}

interface Permission {
  readonly IpProtocol: string
  readonly FromPort?: number
  readonly ToPort?: number
  readonly IpRanges: readonly { readonly CidrIp: string }[]
  readonly UserIdGroupPairs: readonly { readonly GroupId: string }[]
}

const nameTag = ({ Tags = [] }: Tagged) => Tags.find(({ Key }) => Key === 'Name')?.Value ?? ''

/** What was deployed, in the same words. Both sides of a peering tell of it; it counts once. */
export function factsOfDeployed(places: readonly Deployed[]): Facts {
  const names = new Map<string, string>()
  for (const { vpcs, gateways, peerings, groups } of places) {
    for (const it of vpcs) names.set(it.VpcId, nameTag(it))
    for (const it of gateways) names.set(it.id, nameTag(it))
    for (const it of groups) names.set(it.GroupId, nameTag(it))
    // only one side carries the tags where the language cannot tag the other
    for (const it of peerings)
      names.set(
        it.VpcPeeringConnectionId,
        nameTag(it) || (names.get(it.VpcPeeringConnectionId) ?? ''),
      )
  }
  const facts = places.flatMap((place) => factsOfPlace(place, names))
  return [...new Set(facts)].toSorted()
}

const targetFields = ['GatewayId', 'NatGatewayId', 'VpcPeeringConnectionId'] as const

function factsOfPlace(place: Deployed, names: ReadonlyMap<string, string>): Facts {
  const { account, region, vpcs, subnets, routeTables, peerings, groups } = place
  const permission = (group: string, direction: string, it: Permission) =>
    [
      ...it.IpRanges.map(({ CidrIp }) => CidrIp),
      ...it.UserIdGroupPairs.map(({ GroupId }) => names.get(GroupId)),
    ].map((peer) => ruleFact(group, direction, it.IpProtocol, it.FromPort, it.ToPort, peer))
  return [
    ...vpcs.map((it) =>
      vpcFact(
        account,
        region,
        nameTag(it),
        it.CidrBlockAssociationSet.map(({ CidrBlock }) => CidrBlock),
      ),
    ),
    ...subnets.flatMap((it) => {
      const own = routeTables.filter(({ VpcId }) => VpcId === it.VpcId)
      const table =
        own.find((one) => one.Associations.some(({ SubnetId }) => SubnetId === it.SubnetId)) ??
        own.find((one) => one.Associations.some(({ Main }) => Main))
      return [
        `subnet ${names.get(it.VpcId)}/${nameTag(it)} ${it.CidrBlock} ${it.AvailabilityZone}`,
        ...(table?.Routes ?? [])
          .filter(({ GatewayId }) => GatewayId !== 'local')
          .map((route) => {
            const target = targetFields.map((field) => route[field]).find((id) => id)
            return `${nameTag(it)} routes ${route['DestinationCidrBlock']} to ${names.get(target ?? '')}`
          }),
      ]
    }),
    ...peerings.map(
      (it) =>
        `peering ${names.get(it.VpcPeeringConnectionId)} from ${names.get(it.RequesterVpcInfo.VpcId)} to ${names.get(it.AccepterVpcInfo.VpcId)} ${it.Status.Code}`,
    ),
    // the default group of a VPC is AWS's, not the design's
    ...groups
      .filter(({ GroupName }) => GroupName !== 'default')
      .flatMap((group) => [
        ...group.IpPermissions.flatMap((it) => permission(nameTag(group), 'ingress', it)),
        ...group.IpPermissionsEgress.flatMap((it) => permission(nameTag(group), 'egress', it)),
      ]),
  ]
}
