import { holds } from '../../net/cidr'
import { called } from '../called'
import { capital } from '../contract'
import { allow, drop, ends, field, type Decision, type Forwarding } from '../forward'
import type { EffectiveGroup } from '../network'
import { admit } from '../security-group/forward'

/**
 * Takes what clients of its own VPC ask of the service network, past its security groups. What came
 * into the VPC from elsewhere cannot use it. (EP-14)
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
 */
export const forward: Forwarding<'service-network-vpc-association'> = {
  through: (it, { vpcId }, packet, network) => {
    const { header, sender, direction } = packet
    const by = {
      component: it.id,
      term: 'service network VPC association',
      name: it.name,
      at: it.id,
    }
    const because = { type: 'resource', resourceId: it.id } as const
    if (direction === 'reply') {
      const text = `The reply runs into ${called(it)}, which takes nothing but requests.`
      return ends(drop(by, 'RETURN_PATH_ASYMMETRIC', { text, because }, header), packet)
    }
    const to = network.design.get(it.serviceNetworkId)
    if (to && to.region !== network.design.get(it.vpcId)?.region) {
      const text = `AWS would refuse ${called(it)}: ${called(to)} is in another Region than the VPC.`
      const refused = field(it.id, 'serviceNetworkId')
      return ends(drop(by, 'UNSUPPORTED_COMPONENT', { text, because: refused }, header), packet)
    }
    const drops: Decision[] = []
    const isOwn = network.blocksOf(vpcId).some((block) => holds(block, header.source))
    if (!isOwn || packet.enteredBy !== null) {
      const text = `${capital(called(it))} serves clients of its own VPC only: ${header.source} came into it from elsewhere.`
      drops.push(drop(by, 'EDGE_TO_EDGE', { text, because: field(it.id, 'vpcId') }, header))
    }
    if (it.status !== 'ACTIVE' && it.status !== 'UPDATE_IN_PROGRESS') {
      const text = `${capital(called(it))} is ${it.status}, not ACTIVE.`
      drops.push(drop(by, 'BAD_STATE', { text, because: field(it.id, 'status') }, header))
    }
    const groups = it.securityGroupIds.flatMap((id): readonly EffectiveGroup[] => {
      const group = network.design.get(id)
      return group ? [group] : []
    })
    const filtered =
      sender && groups.length > 0
        ? admit({ ...sender, ownerId: it.id, vpcId, groups }, 'ingress', packet, network)
        : []
    const text = `${capital(called(it))} takes it to the service network.`
    const passes = drops.length > 0 ? drops : [allow(by, 'passes', { text, because }, header)]
    return {
      decisions: [...filtered, ...passes],
      packet,
      next: { to: it.serviceNetworkId, door: 'arrive', face: null },
    }
  },
}
