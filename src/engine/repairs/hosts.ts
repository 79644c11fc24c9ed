import type { Design } from '../../kinds/contract'
import type { ResourceOf } from '../../kinds/resource'
import { rangeOf } from '../../net/cidr'
import { numberToIp } from '../../net/ip'
import type { Host } from './plan-routes'

/**
 * An address that stands for a subnet in which nothing lies yet, or whose hosts get theirs from
 * AWS: the first that AWS does not keep for itself. (VPC-18)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function anyHostIn(subnet: ResourceOf<'subnet'>): Host {
  return { address: numberToIp(rangeOf(subnet.cidrBlock).first + 4), subnet }
}

/** The addresses of a subnet's workloads; one that stands for them where AWS chooses. */
export function hostsIn(design: Design, subnet: ResourceOf<'subnet'>): readonly Host[] {
  const faces = design.all('workload').flatMap((it) => it.interfaces[subnet.id] ?? [])
  const given = faces.flatMap((face) =>
    face.privateIpAddress ? [{ address: face.privateIpAddress, subnet }] : [],
  )
  return given.length > 0 && given.length === faces.length ? given : [...given, anyHostIn(subnet)]
}
