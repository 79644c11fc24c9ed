import type { Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import type { ResourceOf } from '../resource'

type NetworkAcl = ResourceOf<'network-acl'>
type Entry = NetworkAcl['ingress'][string]
export type Direction = 'ingress' | 'egress'

/** A numbered rule, its protocol and ports as EC2 stores them. */
export interface PlannedEntry {
  readonly direction: Direction
  readonly ruleNumber: number
  readonly ruleAction: Entry['ruleAction']
  /** A protocol number, `-1` for all. */
  readonly protocol: string
  readonly cidrBlock: Cidr
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

const protocolNumbers: Readonly<Record<string, string>> = {
  icmp: '1',
  tcp: '6',
  udp: '17',
  icmpv6: '58',
}

/** The rules of both directions, by number. */
export function plannedEntries(acl: NetworkAcl): readonly PlannedEntry[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    Object.entries(acl[direction])
      .map(([number, entry]) => planned(direction, Number(number), entry))
      .toSorted((a, b) => a.ruleNumber - b.ruleNumber),
  )
}

function planned(direction: Direction, ruleNumber: number, entry: Entry): PlannedEntry {
  const { ruleAction, cidrBlock, fromPort, toPort, icmpType, icmpCode } = entry
  const protocol = protocolNumbers[entry.protocol] ?? entry.protocol
  const hasPorts = protocol === '6' || protocol === '17'
  const isIcmp = protocol === '1' || protocol === '58'
  return {
    direction,
    ruleNumber,
    ruleAction,
    protocol,
    cidrBlock,
    ports: hasPorts ? { from: fromPort ?? 0, to: toPort ?? 65535 } : null,
    icmp: isIcmp ? { type: icmpType ?? -1, code: icmpCode ?? -1 } : null,
  }
}

export const entryPart = ({ direction, ruleNumber }: PlannedEntry) => `${direction} ${ruleNumber}`

/** The subnets that a network ACL serves: those that name it, and for the default one the rest. */
export function servedBy(acl: NetworkAcl, design: Design): readonly ResourceOf<'subnet'>[] {
  return design
    .all('subnet')
    .filter(
      (subnet) =>
        subnet.vpcId === acl.vpcId &&
        (subnet.networkAclId === acl.id || (acl.isDefault && subnet.networkAclId === null)),
    )
}

/** Is it as AWS makes it with a VPC: rule 100 allows everything both ways? (ACL-1) */
export function isAsMade(acl: NetworkAcl): boolean {
  const entries = plannedEntries(acl)
  return (['ingress', 'egress'] as const).every((direction) => {
    const own = entries.filter((it) => it.direction === direction)
    return own.every(allowsAll) && own.some(({ cidrBlock }) => cidrBlock === '0.0.0.0/0')
  })
}

const allowsAll = ({ ruleAction, protocol, cidrBlock }: PlannedEntry) =>
  ruleAction === 'allow' && protocol === '-1' && ['0.0.0.0/0', '::/0'].includes(cidrBlock)

/** A template cannot name the default network ACL: one that was changed is written as its own. */
export const isWrittenToCloudFormation = (acl: NetworkAcl) => !acl.isDefault || !isAsMade(acl)
