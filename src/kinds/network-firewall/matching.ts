import { holds } from '../../net/cidr'
import type { Header } from '../packet'
import { everyPort, portsOf, type PortRange } from '../ports'
import { isSameProtocol } from '../protocols'
import type { ResourceOf } from '../resource'

type Firewall = ResourceOf<'network-firewall'>
export type StatelessRule = Firewall['statelessRules'][string]
export type StatefulRule = Firewall['statefulRules'][string]
type Rule = StatelessRule | StatefulRule

/** Ports that every rule treats alike: of the source, and of the destination. */
interface Cell {
  readonly source: PortRange
  readonly destination: PortRange
}

/** The rules of a list with their numbers, lowest first. */
export function ordered<R extends Rule>(
  rules: Readonly<Record<string, R>>,
): readonly { readonly number: number; readonly rule: R }[] {
  return Object.entries(rules)
    .map(([number, rule]) => ({ number: Number(number), rule }))
    .sort((a, b) => a.number - b.number)
}

/** The same connection seen from its other end. */
export const turned = (header: Header): Header => ({
  ...header,
  source: header.destination,
  destination: header.source,
  sourcePort: header.destinationPort,
  destinationPort: header.sourcePort,
})

/**
 * The ports that the packet may have, cut wherever a rule begins or ends. What one rule says of a
 * part says it of the whole part.
 */
export function cellsOf(rules: readonly Rule[], header: Header): readonly Cell[] {
  if (!isPorted(header)) return [{ source: everyPort, destination: everyPort }]
  const cuts = rules.flatMap((it) => [
    it.fromPort ?? 0,
    (it.toPort ?? 65535) + 1,
    it.sourceFromPort ?? 0,
    (it.sourceToPort ?? 65535) + 1,
  ])
  const sources = parted(portsOf(header.sourcePort), cuts)
  return parted(portsOf(header.destinationPort), cuts).flatMap((destination) =>
    sources.map((source) => ({ source, destination })),
  )
}

function parted({ from, to }: PortRange, cuts: readonly number[]): readonly PortRange[] {
  const starts = [...new Set([from, ...cuts.filter((cut) => from < cut && cut <= to)])].sort(
    (a, b) => a - b,
  )
  return starts.map((start, index) => ({ from: start, to: (starts[index + 1] ?? to + 1) - 1 }))
}

/** Does the rule speak of this packet, should its ports lie in this part? */
export function matches(rule: Rule, header: Header, { source, destination }: Cell): boolean {
  if (rule.protocol !== '-1' && !isSameProtocol(rule.protocol, header.protocol)) return false
  if (rule.source && !holds(rule.source, header.source)) return false
  if (rule.destination && !holds(rule.destination, header.destination)) return false
  if (!isPorted(header)) return true
  return (
    (rule.fromPort ?? 0) <= destination.from &&
    destination.to <= (rule.toPort ?? 65535) &&
    (rule.sourceFromPort ?? 0) <= source.from &&
    source.to <= (rule.sourceToPort ?? 65535)
  )
}

export const turnedCell = ({ source, destination }: Cell): Cell => ({
  source: destination,
  destination: source,
})

const isPorted = ({ protocol }: Header) => protocol === 'tcp' || protocol === 'udp'
