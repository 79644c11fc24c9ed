import { called } from '../../kinds/called'
import type { ResourceOf } from '../../kinds/resource'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'

/**
 * Attaches a zone by one of its subnets: an empty one if there is, else a private one. Null where
 * none will do. (TGW-2, TGW-3)
 */
export function attachZoneRepair(
  network: Network,
  { id, vpcId }: ResourceOf<'transit-gateway-vpc-attachment'>,
  zone: string,
): Repair | null {
  const { design, document } = network
  const taken = new Set(network.interfaces.map((face) => face.subnetId))
  const candidates = network
    .subnetsOf(vpcId)
    .filter((it) => it.availabilityZone === zone && it.cidrBlock !== null)
  const subnet =
    candidates.find((it) => !taken.has(it.id)) ??
    candidates.find((it) => !design.isPublicSubnet(it.id)) ??
    candidates[0]
  if (!subnet) return null
  return repair({
    id: `attach-zone:${id}:${zone}`,
    label: `Attach ${zone} by ${called(subnet)}`,
    preview: `Adds ${called(subnet)} to the attachment.`,
    document,
    run: (draft) => {
      const attachment = draft.resources[id]
      if (attachment?.kind === 'transit-gateway-vpc-attachment')
        attachment.subnetIds.push(subnet.id)
    },
  })
}
