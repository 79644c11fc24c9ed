import { called } from '../called'
import { drop, field, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type Premises = ResourceOf<'on-premises-network'>

export const deciderOf = (it: Premises): Decider => ({
  component: it.id,
  term: 'on-premises network',
  name: it.name,
  at: it.id,
})

/**
 * Has a packet come here that is meant for somebody else, under a wide block or one that another
 * network has too? Its own routers may pass it on, which no design tells; but not into a VPC that nothing
 * joins to networks outside AWS. (OVL-1, VPN-5, VPN-10)
 */
export function meantForOthers(
  it: Premises,
  { direction, goal, header }: Packet,
  network: NetworkView,
): Decision | null {
  const { anyone, face, place } = goal
  const isLikewise = anyone && (face !== null || place?.startsWith('on-premises-network:'))
  const id = face?.ownerId ?? place
  if (!id || id === it.id || isLikewise) return null
  const meant = network.component(id)
  const to = !meant || meant.kind === 'internet' ? 'the internet' : called(meant)
  const because = field(it.id, 'prefixes')
  const comes = `The packet for ${header.destination} comes to ${called(it)}`
  if (face && isClosed(face.vpcId, network)) {
    const text = `${comes}, and nothing leads from there to ${to}.`
    return direction === 'request'
      ? drop(
          deciderOf(it),
          'CIDR_OVERLAP',
          { text, because, related: ['NO_POSSIBLE_DESTINATION'] },
          header,
        )
      : drop(
          deciderOf(it),
          'RETURN_PATH_ASYMMETRIC',
          { text, because, related: ['CIDR_OVERLAP'] },
          header,
        )
  }
  const text = `${comes}. Whether that passes it on to ${to} is not modelled.`
  return drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header)
}

/** What a table of a VPC leads to that no packet of a network outside AWS comes by. */
const inward: ReadonlySet<string> = new Set([
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'vpc-peering-connection',
  'vpc-endpoint',
])

/**
 * Has this VPC no virtual private gateway, no transit gateway, and no route to anything that may lead out
 * of AWS? Peering connections and internet gateways bring in no private addresses of others.
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
function isClosed(vpcId: Id<'vpc'>, network: NetworkView): boolean {
  const { design } = network
  const vpc = design.get(vpcId)
  return (
    vpc !== undefined &&
    !vpc.undescribed &&
    !design.all('vpn-gateway').some((it) => it.vpcId === vpcId) &&
    network.vpcAttachmentsOf(vpcId).length === 0 &&
    design
      .all('route-table')
      .filter((it) => it.vpcId === vpcId)
      .every(
        (it) =>
          !it.undescribed &&
          Object.values(it.routes).every(
            ({ target, otherTarget }) =>
              !otherTarget && (!target || inward.has(target.slice(0, target.indexOf(':')))),
          ),
      )
  )
}
