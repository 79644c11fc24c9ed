import { capital } from '../../kinds/contract'
import type { Id } from '../../kinds/resource'
import type { Evidence, Finding, Repair, Severity } from '../answer'
import type { Network } from '../network'

/** One place where a rule is broken. */
export interface Sighting<Facts> {
  /** What it is about, the one to zoom to first. */
  readonly resources: readonly [Id, ...Id[]]
  readonly evidence: readonly Evidence[]
  /** What the sentence speaks of. */
  readonly facts: Facts
  /** Where this case weighs otherwise than the rule does. */
  readonly severity?: Severity
  /** Ways to mend it; null where one turns out to change nothing. */
  readonly repairs?: readonly (Repair | null)[]
}

export interface Rule {
  /** The rule sheet's number: stable for ever, users mute it, tests cite it. */
  readonly id: `L${string}`
  readonly name: string
  readonly source: string
  readonly rules: readonly string[]
  readonly findings: (network: Network) => readonly Finding[]
}

/** A rule as its file writes it: when it is broken, and how that is said. */
export interface RuleDefinition<Facts> {
  readonly id: `L${string}`
  readonly name: string
  readonly severity: Severity
  /** The rules of AWS networking behind it. */
  readonly rules: readonly [string, ...string[]]
  readonly source: `https://docs.aws.amazon.com/${string}.html`
  readonly check: (network: Network) => Iterable<Sighting<Facts>>
  /** What is wrong and how to mend it, in plain language that names the things concerned. */
  readonly say: (facts: Facts) => string
}

export function defineRule<Facts>(definition: RuleDefinition<Facts>): Rule {
  const { id, name, severity, rules, source, check, say } = definition
  const findings = (network: Network) =>
    [...check(network)].map((sighting) => ({
      id,
      name,
      severity: sighting.severity ?? severity,
      message: capital(say(sighting.facts)),
      resources: sighting.resources,
      evidence: sighting.evidence,
      rules,
      source,
      repairs: (sighting.repairs ?? []).filter((repair) => repair !== null),
    }))
  return { id, name, source, rules, findings }
}
