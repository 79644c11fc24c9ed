import { groupBy } from '../../base/group-by'
import { part, parts, text, type DescribeContext, type Raw } from '../../kinds/describe'
import { schema } from '../../kinds/public-address/schema'
import type { Id, Resource } from '../../kinds/resource'
import { calls } from '../../kinds/untold'
import { isIp, type Ip } from '../../net/ip'

/**
 * Public addresses that answers tell of, and nothing in the design has: of a NAT gateway whose call
 * is missing, or in a VPC that nobody described. They are no strangers on the internet that answer
 * whatever is asked: what has them is unknown. (CL-17)
 */
export function addAddressesBeyond(
  resources: Map<Id, Resource>,
  { dump, lacks }: Pick<DescribeContext, 'dump' | 'lacks'>,
): void {
  const held = new Set(Array.from(resources.values()).flatMap(addressesIn))
  const told = new Map<Ip, string>()
  for (const { it, id } of dump.all('NetworkInterfaces'))
    for (const address of [it, ...parts(it, 'PrivateIpAddresses')]) {
      const ip = text(part(address, 'Association'), 'PublicIp')
      if (ip && isIp(ip)) told.set(ip, lackOf(it, id, resources))
    }
  for (const { it } of dump.all('Addresses')) {
    const [ip, face] = [text(it, 'PublicIp'), text(it, 'NetworkInterfaceId')]
    if (ip && isIp(ip) && face && !told.has(ip)) told.set(ip, calls.interfaces)
  }
  // one whose holder is not described is in use all the same
  for (const it of Array.from(resources.values())) {
    if (it.kind !== 'elastic-ip' || it.associatedWith || !it.publicIp) continue
    const undescribed = told.get(it.publicIp)
    if (undescribed) resources.set(it.id, { ...it, undescribed })
  }
  const strange = Array.from(told).filter(([ip]) => !held.has(ip))
  for (const [ip, undescribed] of strange) {
    const id = `public-address:${ip}` as const
    resources.set(
      id,
      schema.parse({ id, kind: 'public-address', name: ip, cidrBlock: `${ip}/32`, undescribed }),
    )
  }
  for (const [call, each] of groupBy(strange, ([, undescribed]) => undescribed)) {
    const ips = each.map(([ip]) => ip).toSorted()
    const others = ips.length > 1 ? ` and ${ips.length - 1} more` : ''
    lacks(call, `What has the public address ${ips[0]}${others} is not known without it.`)
  }
}

/** What would tell to whom an interface belongs. */
function lackOf(it: Raw, id: string | null, resources: ReadonlyMap<Id, Resource>): string {
  if (!resources.has(`vpc:${text(it, 'VpcId') ?? ''}`)) return 'aws ec2 describe-vpcs'
  const isOfNat =
    text(it, 'InterfaceType') === 'nat_gateway' ||
    text(it, 'Description')?.startsWith('Interface for NAT Gateway ')
  return isOfNat ? 'aws ec2 describe-nat-gateways' : `what has ${id ?? 'this interface'}`
}

/** Every address that stands anywhere in a resource. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isIp(value) ? [value] : []
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(addressesIn)
    : []
}
