import type { Design, Draft } from '../contract'
import { freeName } from '../names'
import type { Id, ResourceOf } from '../resource'
import { newSecurityGroup } from '../security-group/draft'
import { onePerZone, preferring, subnetsOf } from '../zones'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Vpc = ResourceOf<'vpc'>

/** A network interface that AWS chooses the address of. */
export const newInterface = { privateIp: null }

const bases: Readonly<Record<Endpoint['vpcEndpointType'], string>> = {
  Gateway: 'gateway-endpoint',
  Interface: 'interface-endpoint',
  GatewayLoadBalancer: 'gwlb-endpoint',
}

/** The first service of the VPC's Region that such an endpoint may lead to. (EP-1, EP-8) */
function serviceFor(
  type: Endpoint['vpcEndpointType'],
  vpc: Vpc,
  design: Design,
): Endpoint['serviceId'] {
  const offered = design
    .all('vpc-endpoint-service')
    .filter((it) => it.vpcId !== vpc.id && regionOf(it, design) === vpc.region)
  if (type === 'GatewayLoadBalancer') {
    const firewalls = design.all('network-firewall').filter((it) => it.vpcId === vpc.id)
    return offered.find(isInspecting)?.id ?? firewalls[0]?.id ?? null
  }
  const ofAws = design
    .all('aws-service')
    .filter(
      ({ region, service }) => region === vpc.region && (type !== 'Gateway' || service !== 'any'),
    )
  if (type === 'Gateway') return ofAws[0]?.id ?? null
  return offered.find((it) => !isInspecting(it))?.id ?? ofAws[0]?.id ?? null
}

const isInspecting = ({ type }: ResourceOf<'vpc-endpoint-service'>) =>
  type === 'GatewayLoadBalancer'

const regionOf = ({ vpcId }: ResourceOf<'vpc-endpoint-service'>, design: Design) =>
  design.get(vpcId)?.region

/** A service that asks for acceptance keeps a new endpoint waiting. (EP-8) */
const stateFor = (serviceId: Endpoint['serviceId'], design: Design): Endpoint['state'] => {
  const service = serviceId && design.get(serviceId)
  return service?.kind === 'vpc-endpoint-service' && service.acceptanceRequired
    ? 'pendingAcceptance'
    : 'available'
}

/** Private subnets first: that is where those are who need an endpoint. */
function placesFor(
  type: Endpoint['vpcEndpointType'],
  vpc: Vpc,
  first: Id<'subnet'> | null,
  design: Design,
): Endpoint['subnets'] {
  if (type === 'Gateway') return {}
  const usable = subnetsOf(vpc, design).filter((it) => it.cidrBlock !== null)
  const ordered = preferring(
    preferring(usable, (it) => !design.isPublicSubnet(it.id)),
    (it) => it.id === first,
  )
  const chosen = onePerZone(ordered).slice(0, type === 'Interface' ? 2 : 1)
  return Object.fromEntries(chosen.map(({ id }) => [id, newInterface]))
}

export const draft: Draft<'vpc-endpoint'> = ({ id, design, on, newId, variant }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'subnet')
    throw new Error('Bug: a VPC endpoint is drafted on a VPC or a subnet')
  const vpc = place.kind === 'vpc' ? place : design.get(place.vpcId)
  if (!vpc) throw new Error('Bug: a subnet lies in a VPC')
  const type = variant === 'Interface' || variant === 'GatewayLoadBalancer' ? variant : 'Gateway'
  const siblings = design.all('vpc-endpoint').filter((it) => it.vpcId === vpc.id)
  const name = freeName(bases[type], siblings)
  const serviceId = serviceFor(type, vpc, design)
  const group =
    type === 'Interface'
      ? newSecurityGroup(newId('security-group'), vpc.id, `${name}-sg`, design)
      : null
  const tables =
    type === 'Gateway'
      ? design.all('route-table').filter((it) => it.vpcId === vpc.id && it.gatewayId === null)
      : []
  return [
    {
      id,
      kind: 'vpc-endpoint',
      name,
      tags: {},
      vpcId: vpc.id,
      vpcEndpointType: type,
      serviceId,
      state: stateFor(serviceId, design),
      routeTableIds: tables.map((table) => table.id),
      subnets: placesFor(type, vpc, place.kind === 'subnet' ? place.id : null, design),
      securityGroupIds: group ? [group.id] : [],
      privateDnsEnabled:
        type === 'Interface' &&
        vpc.enableDnsSupport &&
        vpc.enableDnsHostnames &&
        (serviceId?.startsWith('aws-service:') ?? false),
    },
    ...(group
      ? [
          {
            ...group,
            ingress: {
              'rule-1': {
                ipProtocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                cidrIpv4: vpc.cidrBlock,
                cidrIpv6: null,
                prefixListId: null,
                referencedGroupId: null,
                description: '',
              },
            },
          },
        ]
      : []),
  ]
}
