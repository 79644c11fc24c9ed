import {
  cidrOf,
  flag,
  idOf,
  known,
  number,
  part,
  parts,
  text,
  type Describe,
  type Raw,
} from '../describe'

/** The number of the final rule that denies all, which a design does not write down. */
const last = 32767

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export const describe: Describe<'network-acl'> = ({ dump }) =>
  dump.all('NetworkAcls').map(({ it, id }) => ({
    ...known('network-acl', it, id ?? '', flag(it, 'IsDefault') ? 'default' : null),
    vpcId: idOf('vpc', text(it, 'VpcId') ?? ''),
    isDefault: flag(it, 'IsDefault'),
    ingress: entriesOf(it, false),
    egress: entriesOf(it, true),
  }))

function entriesOf(it: Raw, egress: boolean) {
  return Object.fromEntries(
    parts(it, 'Entries')
      .filter((entry) => flag(entry, 'Egress') === egress)
      .flatMap((entry) => {
        const ruleNumber = number(entry, 'RuleNumber')
        const cidrBlock = cidrOf(text(entry, 'CidrBlock') ?? text(entry, 'Ipv6CidrBlock'))
        if (ruleNumber === null || ruleNumber >= last || !cidrBlock) return []
        return [[String(ruleNumber), { ...entryOf(entry), cidrBlock }] as const]
      }),
  )
}

const hasPorts = new Set(['6', '17', 'tcp', 'udp'])

function entryOf(entry: Raw) {
  const protocol = text(entry, 'Protocol') ?? '-1'
  const ports = part(entry, 'PortRange')
  const icmp = part(entry, 'IcmpTypeCode')
  return {
    ruleAction: text(entry, 'RuleAction'),
    protocol,
    fromPort: hasPorts.has(protocol) ? (number(ports, 'From') ?? 0) : null,
    toPort: hasPorts.has(protocol) ? (number(ports, 'To') ?? 65_535) : null,
    icmpType: number(icmp, 'Type'),
    icmpCode: number(icmp, 'Code'),
  }
}
