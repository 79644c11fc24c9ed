import type { Header } from '../packet'
import type { ResourceOf } from '../resource'
import { cellsOf, matches, ordered, turned, turnedCell, type StatefulRule } from './matching'
import { finer } from './schema'

type Firewall = ResourceOf<'network-firewall'>

/** What an engine of the firewall does with a packet, and which rule said so. */
export interface Judgement {
  readonly outcome: 'passes' | 'drops' | 'forwards' | 'unknown'
  /** Null for the default action. */
  readonly number: number | null
  /** Is it so for some of the ports alone that the sender may choose? */
  readonly partial: boolean
}
type Said = Omit<Judgement, 'partial'>

const outcomes = {
  'aws:pass': 'passes',
  'aws:drop': 'drops',
  'aws:forward_to_sfe': 'forwards',
  [finer]: 'unknown',
} as const

/**
 * What do the stateless rules say of this packet? The first that matches decides, lowest priority
 * number first; each packet is asked about by itself, answers too.
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html
 */
export function statelessly(
  { statelessRules, statelessDefaultAction }: Firewall,
  header: Header,
): Judgement {
  const rules = ordered(statelessRules)
  const cells = cellsOf(
    rules.map(({ rule }) => rule),
    header,
  )
  const said = cells.map((cell): Said => {
    const first = rules.find(({ rule }) => matches(rule, header, cell))
    return {
      outcome: outcomes[first?.rule.action ?? statelessDefaultAction],
      number: first?.number ?? null,
    }
  })
  return together(said, header)
}

/**
 * What do the stateful rules say of a connection that begins with this packet? In the order of
 * actions a rule that passes comes before all others, then those that drop or reject; in strict
 * order the first that does any of it decides. An alert stops nothing.
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
 */
export function statefully(
  { statefulRules, ruleOrder, statefulDefaultAction }: Firewall,
  header: Header,
): Judgement {
  const rules = ordered(statefulRules).filter(({ rule }) => rule.action !== 'ALERT')
  const back = turned(header)
  const cells = cellsOf(
    rules.map(({ rule }) => rule),
    header,
  )
  const said = cells.map((cell): Said => {
    const matching = rules.filter(
      ({ rule }) =>
        matches(rule, header, cell) ||
        (rule.direction === 'ANY' && matches(rule, back, turnedCell(cell))),
    )
    const decider =
      ruleOrder === 'STRICT_ORDER'
        ? matching[0]
        : // what a finer group holds may pass, drop or reject
          (['PASS', finer, 'DROP', 'REJECT'] as const)
            .map((action) => matching.find(({ rule }) => rule.action === action))
            .find((it) => it !== undefined)
    if (decider) return { outcome: outcomeOf(decider.rule), number: decider.number }
    const drops = ruleOrder === 'STRICT_ORDER' && statefulDefaultAction !== null
    return { outcome: drops ? 'drops' : 'passes', number: null }
  })
  return together(said, header)
}

function outcomeOf({ action }: StatefulRule): Judgement['outcome'] {
  if (action === finer) return 'unknown'
  return action === 'PASS' ? 'passes' : 'drops'
}

const worstFirst = ['drops', 'unknown', 'forwards', 'passes'] as const

/** One for all ports: the worst, unless the sender may choose among ports and some get by. (ACL-7) */
function together(said: readonly Said[], { sourcePort, destinationPort }: Header): Judgement {
  const chosen = [sourcePort, destinationPort].some((it) => it === 'ephemeral' || it === 'device')
  const drops = said.some(({ outcome }) => outcome === 'drops')
  const other = worstFirst
    .filter((outcome) => !(chosen && outcome === 'drops'))
    .map((outcome) => said.find((it) => it.outcome === outcome))
    .find((it) => it !== undefined)
  const partial = chosen && drops && other !== undefined
  return { ...(other ?? { outcome: 'drops', number: said[0]?.number ?? null }), partial }
}
