import type { ResourceOf } from '../../kinds/resource'
import { rangeOf } from '../../net/cidr'
import { numberToIp } from '../../net/ip'
import type { Network } from '../network'
import type { Host } from './plan-routes'

/**
 * An address that stands for a subnet in which nothing lies yet, or whose hosts get theirs from
 * AWS: the first that AWS does not keep for itself. (VPC-18)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function anyHostIn(subnet: ResourceOf<'subnet'>): Host {
  return { address: numberToIp(rangeOf(subnet.cidrBlock).first + 4), subnet }
}

/** The workloads' interfaces in a subnet; one that stands for them where there are none. */
export function hostsIn(network: Network, subnet: ResourceOf<'subnet'>): readonly Host[] {
  const faces = network.interfaces.filter(
    (face) => face.subnetId === subnet.id && face.ownerId.startsWith('workload:'),
  )
  const hosts = faces.map((face) => ({ address: face.privateIp, subnet }))
  return hosts.length > 0 ? hosts : [anyHostIn(subnet)]
}
