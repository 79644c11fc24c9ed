import { flag, parts, text, type DescribeContext, type Raw } from '../describe'
import { faceOf } from '../network-interface/described'
import type { forwardingModes } from './schema'

/**
 * What an instance does with packets for others. No answer of AWS tells; one that routes lead to and
 * whose source/destination check is off is taken to forward, and to masquerade where it can only be a
 * NAT instance. (CL-15)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export function forwardingOf(
  instanceId: string,
  primary: Raw,
  { dump }: DescribeContext,
): (typeof forwardingModes)[number] {
  const face = faceOf(primary)
  if (face.sourceDestCheck) return 'none'
  const faceId = text(primary, 'NetworkInterfaceId')
  const routes = dump.all('RouteTables').flatMap(({ it }) =>
    parts(it, 'Routes')
      .filter((route) =>
        [text(route, 'NetworkInterfaceId'), text(route, 'InstanceId')].some(
          (target) => target !== null && (target === faceId || target === instanceId),
        ),
      )
      .map((route) => ({ route, table: it })),
  )
  if (routes.length === 0) return 'none'
  const serves = routes.some(
    ({ route, table }) =>
      text(route, 'DestinationCidrBlock') === '0.0.0.0/0' &&
      !parts(table, 'Associations').some(
        (each) => text(each, 'SubnetId') === text(primary, 'SubnetId'),
      ),
  )
  return serves && face.publicIp && isPublic(text(primary, 'SubnetId'), dump)
    ? 'masquerade'
    : 'forward'
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
