import { flag, part, parts, text, type DescribeContext, type Raw } from '../describe'
import { faceOf } from '../network-interface/described'
import type { forwardingModes } from './schema'

/**
 * What an instance does with packets for others. No answer of AWS tells. One that is registered behind
 * a Gateway Load Balancer is taken to forward, and so is one that routes lead to by an interface whose
 * source/destination check is off; to masquerade where it can only be a NAT instance. (CL-15, EP-12)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export function forwardingOf(
  instanceId: string,
  faces: readonly Raw[],
  { dump, assume }: DescribeContext,
): (typeof forwardingModes)[number] {
  const mode = inspects(instanceId, faces, dump) ? 'forward' : routedMode(instanceId, faces, dump)
  if (mode === 'forward')
    assume(
      instanceId,
      'It passes on what it is sent for others, and keeps the state of connections.',
    )
  if (mode === 'masquerade')
    assume(instanceId, 'It translates what it passes on to its own address: it is a NAT instance.')
  return mode
}

/**
 * Is it a target of a Gateway Load Balancer? What comes to it in GENEVE is addressed to it, so that
 * its source/destination check may be on.
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html
 */
function inspects(
  instanceId: string,
  faces: readonly Raw[],
  dump: DescribeContext['dump'],
): boolean {
  const own = [instanceId, ...faces.map((face) => text(face, 'PrivateIpAddress'))]
  return dump
    .all('TargetGroups')
    .filter(({ it }) => text(it, 'Protocol') === 'GENEVE')
    .flatMap(({ id }) => (id ? dump.of('TargetHealthDescriptions', id) : []))
    .some(({ it }) => own.includes(text(part(it, 'Target'), 'Id')))
}

function routedMode(
  instanceId: string,
  faces: readonly Raw[],
  dump: DescribeContext['dump'],
): (typeof forwardingModes)[number] {
  const open = faces.filter((face) => !faceOf(face).sourceDestCheck)
  if (open.length === 0) return 'none'
  const ids = [...open.map((face) => text(face, 'NetworkInterfaceId')), instanceId]
  const routes = dump.all('RouteTables').flatMap(({ it }) =>
    parts(it, 'Routes')
      .filter((route) => {
        const target = text(route, 'NetworkInterfaceId') ?? text(route, 'InstanceId')
        return target !== null && ids.includes(target)
      })
      .map((route) => ({ route, table: it })),
  )
  if (routes.length === 0) return 'none'
  const homes = faces.map((face) => text(face, 'SubnetId'))
  const served = routes
    .filter(
      ({ route, table }) =>
        text(route, 'DestinationCidrBlock') === '0.0.0.0/0' &&
        !parts(table, 'Associations').some((each) => homes.includes(text(each, 'SubnetId'))),
    )
    .map(({ table }) => table)
  const guards = routes.some(({ table }) =>
    parts(table, 'Associations').some((each) => text(each, 'GatewayId')?.startsWith('igw-')),
  )
  if (guards && served.every((table) => areAllPublic(table, dump))) return 'forward'
  const isKnown = faces.some(
    (face) => faceOf(face).publicIp && isPublic(text(face, 'SubnetId'), dump),
  )
  return served.length > 0 && isKnown ? 'masquerade' : 'forward'
}

/**
 * Has everybody whom this table serves a public address? Then what stands before an internet gateway for
 * them both ways inspects, and has nothing to translate.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
function areAllPublic(table: Raw, dump: DescribeContext['dump']): boolean {
  const associations = parts(table, 'Associations')
  const subnets = associations.flatMap((each) => text(each, 'SubnetId') ?? [])
  const isMain = associations.some((each) => flag(each, 'Main'))
  const faces = dump.all('NetworkInterfaces').map(({ it }) => it)
  if (isMain) return false
  return faces
    .filter((it) => subnets.includes(text(it, 'SubnetId') ?? ''))
    .every((it) => faceOf(it).publicIp !== null)
}

/** Does the table of this subnet lead to an internet gateway? */
function isPublic(subnetId: string | null, dump: DescribeContext['dump']): boolean {
  const vpcId = text(dump.find('Subnets', subnetId)?.it ?? {}, 'VpcId')
  const tables = dump.all('RouteTables').map(({ it }) => it)
  const own = tables.find((it) =>
    parts(it, 'Associations').some((each) => text(each, 'SubnetId') === subnetId),
  )
  const main = tables.find(
    (it) =>
      text(it, 'VpcId') === vpcId && parts(it, 'Associations').some((each) => flag(each, 'Main')),
  )
  return parts(own ?? main ?? {}, 'Routes').some((route) =>
    text(route, 'GatewayId')?.startsWith('igw-'),
  )
}
