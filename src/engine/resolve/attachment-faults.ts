import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
import { isOver } from '../../kinds/transit-gateway/new-attachment'
import { groupBy } from '../../base/group-by'

type VpcAttachment = ResourceOf<'transit-gateway-vpc-attachment'>
type PeeringAttachment = ResourceOf<'transit-gateway-peering-attachment'>

/**
 * The attachments that AWS would refuse as they are written, and why. What such a one does with a
 * packet cannot be told. (TGW-1, TGW-2, TGW-14, TGW-21)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function attachmentFaults(design: Design): ReadonlyMap<Id, string> {
  const faults = new Map<Id, string>()
  const tell = (id: Id, fault: string | null) => {
    if (fault) faults.set(id, fault)
  }
  const ofVpcs = design.all('transit-gateway-vpc-attachment')
  const standing = groupBy(
    ofVpcs.filter((it) => !isOver(it.state)),
    (it) => `${it.vpcId} ${it.transitGatewayId}`,
  )
  for (const it of ofVpcs) tell(it.id, faultOf(design, it))
  for (const twins of standing.values())
    if (twins.length > 1)
      for (const it of twins)
        tell(it.id, 'a VPC has one attachment to a transit gateway, and this one has two')
  const peerings = design.all('transit-gateway-peering-attachment')
  for (const it of peerings) tell(it.id, faultOfPeering(design, it))
  const pairs = groupBy(
    peerings.filter((it) => !isOver(it.state)),
    (it) => [it.requesterTransitGatewayId, it.accepterTransitGatewayId].toSorted().join(' '),
  )
  for (const twins of pairs.values())
    if (twins.length > 1)
      for (const it of twins)
        tell(it.id, 'two transit gateways share one peering attachment, and these have two')
  return faults
}

function faultOf(design: Design, it: VpcAttachment): string | null {
  const [vpc, gateway] = [design.get(it.vpcId), design.get(it.transitGatewayId)]
  if (!vpc || !gateway) return 'its VPC or its transit gateway is not in the design'
  if (vpc.region !== gateway.region)
    return `a transit gateway attaches VPCs of its own Region, ${gateway.region}, not of ${vpc.region}`
  if (it.subnetIds.length === 0) return 'it names no subnet'
  const zones = new Set<string>()
  for (const id of it.subnetIds) {
    const subnet = design.get(id)
    if (subnet?.vpcId !== vpc.id) return 'it names a subnet that does not lie in its VPC'
    if (subnet.cidrBlock === null) return `subnet ${subnet.name} has no IPv4 addresses`
    if (zones.has(subnet.availabilityZone))
      return `it names two subnets in ${subnet.availabilityZone}`
    zones.add(subnet.availabilityZone)
  }
  return null
}

function faultOfPeering(design: Design, it: PeeringAttachment): string | null {
  const { requesterTransitGatewayId: requester, accepterTransitGatewayId: accepter } = it
  if (!design.get(requester) || !design.get(accepter))
    return 'one of its transit gateways is not in the design'
  return requester === accepter ? 'it joins a transit gateway with itself' : null
}
