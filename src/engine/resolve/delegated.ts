import type { NetworkInterface } from '../../kinds/network'
import { holds, type Cidr } from '../../net/cidr'
import type { Ip } from '../../net/ip'

/** A block whose every address belongs to one interface. */
export interface Delegated {
  readonly block: Cidr
  readonly face: NetworkInterface
}

/**
 * Who has an address: whoever has it written down, else who has the block around it, with that address
 * beside the others.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html
 */
export function ownersOf(
  written: ReadonlyMap<Ip, readonly NetworkInterface[]>,
  delegated: readonly Delegated[],
): (ip: Ip) => readonly NetworkInterface[] {
  const made = new Map<Ip, readonly NetworkInterface[]>()
  return (ip) => {
    const known = written.get(ip) ?? made.get(ip)
    if (known || delegated.length === 0) return known ?? []
    const faces = delegated
      .filter(({ block }) => holds(block, ip))
      .map(({ face }) => ({ ...face, addresses: [...face.addresses, { ip, publicIp: null }] }))
    made.set(ip, faces)
    return faces
  }
}
