import type { Finding, Severity } from '../answer'
import type { Network } from '../network'
import { rules } from './rules'

const weight: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 }

function order(a: Finding, b: Finding): number {
  return (
    weight[a.severity] - weight[b.severity] ||
    compare(a.id, b.id) ||
    compare(a.resources.join(' '), b.resources.join(' ')) ||
    compare(a.message, b.message)
  )
}

/** Code unit order: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is wrong or risky in this design? Worst first, then by rule, then by resource. */
export function findingsOf(network: Network): readonly Finding[] {
  return rules.flatMap((rule) => rule.findings(network)).sort(order)
}
