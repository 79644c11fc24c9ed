import { ref, type Reference } from '../../iac/value'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Interface = ResourceOf<'network-interface'>

export const addressPart = 'address'

/** The addresses of an interface that the code chooses, the primary one first; none leaves it to AWS. */
export function chosenAddresses(it: Interface): readonly string[] {
  return it.privateIpAddress ? [it.privateIpAddress, ...it.secondaryPrivateIpAddresses] : []
}

/** Without a group of its own an interface carries the default group of its VPC. */
export function groupsOf(
  it: Interface,
  { design }: EmitContext,
  defaultGroup: string,
): readonly Reference[] {
  const vpcId = design.get(it.subnetId)?.vpcId
  const groups = it.groupIds.filter((id) => design.get(id)?.vpcId === vpcId)
  if (groups.length > 0 || !vpcId) return groups.map((id) => ref(id))
  return [ref(vpcId, defaultGroup)]
}

/** Says what the code does not carry over. */
export function reportInterface(it: Interface, { design, gap }: EmitContext): void {
  const instance = it.instanceId && design.get(it.instanceId)
  if (instance)
    gap(
      `${it.name} is attached to ${instance.name} in the design; the code makes the interface, not the instance.`,
      'Launch the instance with this network interface, or attach it.',
    )
  if (it.secondaryPrivateIpAddresses.length > 0 && !it.privateIpAddress)
    gap(
      `The secondary addresses of ${it.name} are not exported: AWS would take the first of them for the primary one.`,
      'Choose the primary address too.',
    )
  if (it.assignIpv6Address || it.ipv6Addresses.length > 0)
    gap(`The IPv6 addresses of ${it.name} are not exported yet.`, 'Assign them by hand.')
  if (it.publicAddress === 'auto-assigned')
    gap(
      `The auto-assigned public address of ${it.name} is not exported: AWS assigns one only to an interface that it makes at launch.`,
      'Choose an Elastic IP.',
    )
  if (it.publicIp && it.publicAddress === 'elastic-ip')
    gap(
      `The Elastic IP address ${it.publicIp} of ${it.name} is not exported: AWS assigns an address when it allocates one.`,
      'Use the address that AWS assigns, or give the allocation ID of an address you own.',
    )
}
