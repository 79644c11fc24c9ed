import type { Design } from '../../kinds/contract'
import type { NetworkInterface, NetworkView } from '../../kinds/network'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { Ip, Ip4 } from '../../net/ip'
import { standIns } from './stand-ins'

type Nat = ResourceOf<'nat-gateway'>

/**
 * The public addresses of regional NAT gateways: those written down, else one that stands in for
 * what AWS chooses. They lie in no subnet and have no interface that could have them. (NET-19)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function resolveRegionalNat(
  design: Design,
  interfaces: readonly NetworkInterface[],
  /** Addresses that none may stand in for. */
  named: readonly Ip[],
): Pick<NetworkView, 'regionalNatAddresses' | 'regionalNatAt'> {
  const regional = design
    .all('nat-gateway')
    .filter((it) => it.availabilityMode === 'regional')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const taken = new Set<Ip>([
    ...named,
    ...interfaces.flatMap((face) => face.addresses.flatMap((each) => each.publicIp ?? [])),
    ...design.all('elastic-ip').flatMap((each) => each.publicIp ?? []),
    ...regional.flatMap(writtenAddresses),
  ])
  const next = standIns(design, taken)
  const addresses = new Map<Id, readonly Ip4[]>()
  const owners = new Map<Ip, Nat>()
  for (const it of regional) {
    const written = writtenAddresses(it)
    const own = written.length > 0 ? written : [next()]
    addresses.set(it.id, own)
    for (const ip of own) if (!owners.has(ip)) owners.set(ip, it)
  }
  return {
    regionalNatAddresses: (id) => addresses.get(id) ?? [],
    regionalNatAt: (ip) => owners.get(ip),
  }
}

const writtenAddresses = ({ publicIp, secondaryAddresses }: Nat): readonly Ip4[] => [
  ...new Set([publicIp, ...secondaryAddresses.map((it) => it.publicIp)].flatMap((ip) => ip ?? [])),
]
