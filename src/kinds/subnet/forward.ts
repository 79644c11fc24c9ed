import { holds } from '../../net/cidr'
import { isServiceOfAws } from '../aws-services'
import { drop, field, type Decider, type Forwarding } from '../forward'
import { consult } from '../route-table/forward'

/**
 * What happens to a packet that leaves an interface? Within the subnet it travels on layer 2: no
 * route table, not interceptable. Else the subnet's route table decides. (RT-18, WALK-4, WALK-5)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export const forward: Forwarding<'subnet'> = {
  leave: (subnet, _, packet, network) => {
    const { header } = packet
    const by: Decider = { component: subnet.id, term: 'subnet', name: subnet.name, at: subnet.id }
    const refuse = (text: string, fieldName: string) => ({
      decisions: [
        drop(by, 'UNSUPPORTED_COMPONENT', { text, because: field(subnet.id, fieldName) }, header),
      ],
      packet,
      next: null,
    })
    if (isServiceOfAws(header.destination, subnet.vpcId, network))
      return refuse(
        `${header.destination} is a service of AWS in every VPC (DNS, metadata or time), which is not modelled.`,
        'cidrBlock',
      )
    if (holds(subnet.cidrBlock, header.destination))
      return { decisions: [], packet, next: { to: subnet.vpcId, door: 'local' } }
    const back =
      packet.direction === 'reply' &&
      packet.returns.find((it) => it.vpcId === subnet.vpcId && it.address === header.destination)
    if (back)
      return {
        decisions: [],
        packet,
        next: { to: back.over, door: 'through', vpcId: subnet.vpcId },
      }
    const table = network.tableOf(subnet.id)
    if (!table || table.vpcId !== subnet.vpcId)
      return refuse(
        `The route table of subnet ${subnet.name} does not belong to its VPC; AWS refuses that association.`,
        'routeTableId',
      )
    return consult(table, packet, network, subnet.id)
  },
}
