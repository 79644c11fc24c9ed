import { holds } from '../../net/cidr'
import { serviceAt } from '../aws-service/blocks'
import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  type Decision,
  type Doors,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import { isSameProtocol } from '../protocols'
import type { Id, ResourceOf } from '../resource'
import { deciderOf, unavailable, unsupported } from './decider'

type Endpoint = ResourceOf<'vpc-endpoint'>

/**
 * A gateway endpoint takes packets of its own VPC to S3 or DynamoDB, without translating anything.
 * What came in from elsewhere cannot use it. (EP-1, EP-4, WALK-6)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
 */
export function throughGateway(
  it: Endpoint,
  { vpcId }: Doors['through'],
  packet: Packet,
  network: NetworkView,
): Step {
  const { direction, header } = packet
  const by = deciderOf(it)
  const because = { type: 'resource', resourceId: it.id } as const
  if (direction === 'reply') return answered(it, packet, network)
  const service = serviceAt(header.destination, network.design)
  if (!service)
    return ends(
      unsupported(it, `${called(it)} leads to no service in the design.`, 'serviceId', packet),
      packet,
    )
  const drops: Decision[] = []
  const broken = unavailable(it, packet)
  if (broken) drops.push(broken)
  const isOwn = network.blocksOf(vpcId).some((block) => holds(block, header.source))
  const translator = isOwn && packet.enteredBy !== null && translatorOf(packet)
  if (translator) {
    const device = network.component(translator)
    const text = `What comes from elsewhere reaches ${called(it)} with the address of ${device ? called(device) : translator}. Whether the endpoint takes that is not documented, and not modelled.`
    drops.push(unsupported(it, text, 'vpcId', packet))
  } else if (!isOwn || packet.enteredBy !== null) {
    const text = `${capital(called(it))} serves its own VPC only: ${header.source} came into it from elsewhere.`
    drops.push(drop(by, 'EDGE_TO_EDGE', { text, because: field(it.id, 'vpcId') }, header))
  }
  if (!isCarried(packet)) {
    const text = `${capital(called(it))} carries TCP and ICMP echo requests, nothing else.`
    drops.push(drop(by, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', { text, because }, header))
  }
  const text = `${capital(called(it))} takes it to ${service.name} within AWS.`
  return {
    decisions: drops.length > 0 ? drops : [allow(by, 'passes', { text, because }, header)],
    packet: {
      ...packet,
      bindings: [
        ...packet.bindings,
        { device: it.id, before: header, after: header, returnsToSender: false },
      ],
    },
    next: { to: service.id, door: 'arrive', face: null },
  }
}

/** The device that gave the packet the source it has now, else null. */
const translatorOf = ({ bindings, header }: Packet): Id | null =>
  bindings.findLast(
    ({ before, after }) => after.source === header.source && before.source !== after.source,
  )?.device ?? null

/** TCP, or a ping. @source https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
const isCarried = ({ header: { protocol, icmp } }: Packet) =>
  isSameProtocol('tcp', protocol) || (isSameProtocol('icmp', protocol) && icmp?.type === 8)

/** The answer of the service comes back the way that the request went, and needs no route. */
function answered(it: Endpoint, packet: Packet, { design }: NetworkView): Step {
  const { header, bindings } = packet
  const at = bindings.findLastIndex(
    ({ device, after }) =>
      device === it.id &&
      after.source === header.destination &&
      after.destination === header.source,
  )
  const by = deciderOf(it)
  const because = { type: 'resource', resourceId: it.id } as const
  if (at < 0) {
    const text = `The reply runs into ${called(it)}, which takes nothing but requests to ${serviceAt(header.destination, design)?.name ?? 'its service'}.`
    return ends(drop(by, 'RETURN_PATH_ASYMMETRIC', { text, because }, header), packet)
  }
  const text = `${capital(called(it))} brings the reply back into the VPC.`
  return {
    decisions: [allow(by, 'passes', { text, because }, header)],
    packet: { ...packet, bindings: bindings.filter((_, index) => index !== at) },
    next: { to: it.vpcId, door: 'local', from: null },
  }
}
