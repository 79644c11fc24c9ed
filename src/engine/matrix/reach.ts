import type { Design } from '../../kinds/contract'
import type { Id, Kind } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import type { Verdict } from '../answer'
import type { Network } from '../network'
import { judged } from '../questions/trace'
import { alikeIn } from './alike'
import { matrixEnds } from './ends'
import type { MatrixTraffic } from './matrix'

/** What becomes of an end: of a VPC's subnets some may reach it and others not. */
export type Reach = Verdict | 'partly'

/** Does the one that is asked about send, or is it sent to? */
export type Way = 'from' | 'to'

/** Kinds outside every VPC that a packet may start from or be meant for. */
const outside = [
  'internet',
  'public-address',
  'on-premises-network',
  'aws-service',
] as const satisfies readonly Kind[]

/** The places outside of every VPC, by name. */
export function outsideEnds(design: Design): readonly Id[] {
  return outside.flatMap((kind) =>
    design
      .all(kind)
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ id }): Id => id),
  )
}

/**
 * What can this reach, or what can reach it: every subnet, workload, load balancer and place
 * outside with what becomes of it. A VPC stands for its subnets; what lies in it is not asked for. Ends that behave
 * alike are asked for once.
 */
export function reachOf(
  network: Network,
  traffic: MatrixTraffic,
  subject: Id,
  way: Way,
): ReadonlyMap<Id, Reach> {
  const { design } = network
  const it = design.get(subject)
  if (!it) return new Map()
  const isVpc = it.kind === 'vpc'
  const own: readonly Id[] = isVpc ? network.subnetsOf(it.id).map(({ id }) => id) : [subject]
  const isInside = (id: Id) => {
    const other = design.get(id)
    return other !== undefined && vpcIdOf(other, design) === subject
  }
  const balancers = design.all('load-balancer').map(({ id }): Id => id)
  const others = [
    ...matrixEnds(network.document, true),
    ...balancers,
    ...outsideEnds(design),
  ].filter((id) => id !== subject && !isInside(id))
  const { classOf, homeOf } = alikeIn(network, [...own, ...others])
  const known = new Map<string, Verdict>()
  const verdictOf = (mine: Id, other: Id): Verdict => {
    const home = homeOf.get(mine) ?? null
    const isNear = home !== null && home === homeOf.get(other)
    const sort = `${classOf.get(mine)} ${classOf.get(other)} ${isNear}`
    const before = known.get(sort)
    if (before) return before
    const [source, destination] = way === 'from' ? [mine, other] : [other, mine]
    const { verdict } = judged(network, {
      ...traffic,
      source: { type: 'resource', id: source },
      destination: { type: 'resource', id: destination },
    })
    known.set(sort, verdict)
    return verdict
  }
  const answer = new Map<Id, Reach>()
  for (const other of others) {
    const verdicts = new Set(own.map((mine) => verdictOf(mine, other)))
    const [verdict] = verdicts
    if (verdict) answer.set(other, verdicts.size > 1 ? mixed(verdicts) : verdict)
  }
  return answer
}

/** Where none is reached for certain, it is not known whether any is. */
const mixed = (verdicts: ReadonlySet<Verdict>): Reach =>
  verdicts.has('reachable') ? 'partly' : 'not-modelled'
