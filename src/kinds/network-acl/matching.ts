import type { Header } from '../packet'
import type { PortRange } from '../ports'
import { isSameProtocol } from '../protocols'
import type { ResourceOf } from '../resource'

type Entry = ResourceOf<'network-acl'>['ingress'][string]

export interface Numbered {
  readonly number: number
  readonly entry: Entry
}

/** What becomes of a part of the ports asked for; `number` is null for the final rule. */
export interface PartVerdict {
  readonly action: 'allow' | 'deny'
  readonly number: number | null
}

/** Does the rule speak of this protocol, and of this ICMP type and code? Ports are another matter. */
export function matchesProtocol({ protocol, icmpType, icmpCode }: Entry, header: Header): boolean {
  if (protocol === '-1') return true
  if (!isSameProtocol(protocol, header.protocol)) return false
  if (!header.icmp) return true
  return isAnyOr(icmpType, header.icmp.type) && isAnyOr(icmpCode, header.icmp.code)
}

const isAnyOr = (value: number | null, wanted: number) =>
  value === null || value === -1 || value === wanted

/**
 * Which rule decides for which of these ports? Rules are asked lowest number first; the first that
 * names a port decides for it. Ports that no rule names fall to the final one. A rule of all protocols
 * is one of all ports, whatever ports are written in it. (ACL-2)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function verdictsOf(
  entries: readonly Numbered[],
  asked: PortRange,
  header: Header,
): readonly PartVerdict[] {
  const hasPorts = header.destinationPort !== null || isPorted(header)
  let left: readonly PortRange[] = [asked]
  const verdicts: PartVerdict[] = []
  for (const { number, entry } of entries) {
    const whole =
      !hasPorts || entry.protocol === '-1' || entry.fromPort === null || entry.toPort === null
    const range = whole ? asked : { from: entry.fromPort ?? 0, to: entry.toPort ?? 65535 }
    const rest = left.flatMap((part) => without(part, range))
    if (sizeOf(rest) === sizeOf(left)) continue
    verdicts.push({ action: entry.ruleAction, number })
    left = rest
    if (left.length === 0) return verdicts
  }
  return [...verdicts, { action: 'deny', number: null }]
}

const isPorted = ({ protocol }: Header) => protocol === 'tcp' || protocol === 'udp'

const sizeOf = (parts: readonly PortRange[]) =>
  parts.reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** What is left of a range when another is taken out of it. */
function without(part: PortRange, taken: PortRange): readonly PortRange[] {
  if (taken.to < part.from || part.to < taken.from) return [part]
  return [
    { from: part.from, to: taken.from - 1 },
    { from: taken.to + 1, to: part.to },
  ].filter(({ from, to }) => from <= to)
}
