import type { Reach, Way } from '../../engine/matrix/reach'
import type { Design } from '../../kinds/contract'
import type { Id } from '../../kinds/resource'
import { portsText, type Packet } from '../path/asking'

const nouns = ['subnet', 'workload', 'load balancer', 'place outside'] as const

/** How many of how many ends of a sort are reached. */
export interface Share {
  readonly noun: (typeof nouns)[number]
  readonly reached: number
  readonly all: number
}

export interface Told {
  readonly shares: readonly Share[]
  readonly partly: number
  readonly unmodelled: number
  readonly blocked: number
}

/** How much is reached, in numbers. */
export function toldOf(verdicts: ReadonlyMap<Id, Reach>, design: Design): Told {
  const sortOf = (id: Id) => {
    const kind = design.get(id)?.kind
    if (kind === 'load-balancer') return 'load balancer'
    return kind === 'subnet' || kind === 'workload' ? kind : 'place outside'
  }
  const count = (wanted: Reach) => [...verdicts.values()].filter((it) => it === wanted).length
  return {
    shares: nouns.flatMap((noun) => {
      const of = [...verdicts].filter(([id]) => sortOf(id) === noun)
      if (of.length === 0) return []
      const reached = of.filter(([, reach]) => reach === 'reachable').length
      return [{ noun, reached, all: of.length }]
    }),
    partly: count('partly'),
    unmodelled: count('not-modelled'),
    blocked: count('not-reachable'),
  }
}

const plurals = {
  subnet: 'subnets',
  workload: 'workloads',
  'load balancer': 'load balancers',
  'place outside': 'places outside',
} as const

/** @example shareWords({ noun: 'subnet', reached: 3, all: 9 }) // '3 of 9 subnets' */
export const shareWords = ({ noun, reached, all }: Share): string =>
  `${reached} of ${all} ${all === 1 ? noun : plurals[noun]}`

/** Of a VPC: what is true of some of its subnets and not of others. */
export const partWordsOf = (partly: number, way: Way): string =>
  `${partly} ${way === 'from' ? 'from' : 'to'} some of its subnets only`

/** `What Spoke 1 app a can reach`. */
export const titleOf = (name: string, way: Way): string =>
  way === 'from' ? `What ${name} can reach` : `What can reach ${name}`

/** `TCP 443`. */
export function packetWords(packet: Packet): string {
  const { protocol } = packet
  const named = typeof protocol === 'number' ? `protocol ${protocol}` : protocol.toUpperCase()
  const port = portsText(packet.port)
  return port ? `${named} ${port}` : named
}

/** All of it in one sentence, for those who do not see the canvas. */
export function toldWords(
  name: string,
  way: Way,
  packet: Packet,
  { shares, partly, unmodelled, blocked }: Told,
): string {
  const some = [
    ...shares.map(shareWords),
    ...(partly > 0 ? [partWordsOf(partly, way)] : []),
    ...(unmodelled > 0 ? [`${unmodelled} not modelled`] : []),
    `${blocked} blocked`,
  ]
  return `${titleOf(name, way)} by ${packetWords(packet)}: ${shares.length === 0 ? 'there is nothing else.' : `${some.join(', ')}.`}`
}
