import type { ResourceOf } from '../../../kinds/resource'
import type { InputProblem } from '../../../ui/DraftInput'

type Rule = ResourceOf<'security-group'>['ingress'][string]
/** What a rule lets through, whoever its peer is. */
export type Traffic = Pick<Rule, 'ipProtocol' | 'fromPort' | 'toPort'>

interface Preset extends Traffic {
  readonly id: string
  readonly label: string
}

const tcp = (id: string, label: string, port: number): Preset => ({
  id,
  label,
  ipProtocol: 'tcp',
  fromPort: port,
  toPort: port,
})

/** Kinds of traffic that have a name, as the console's type list knows them. */
export const presets: readonly Preset[] = [
  { id: 'all', label: 'All traffic', ipProtocol: '-1', fromPort: null, toPort: null },
  tcp('ssh', 'SSH', 22),
  tcp('http', 'HTTP', 80),
  tcp('https', 'HTTPS', 443),
  tcp('postgresql', 'PostgreSQL', 5432),
  tcp('mysql', 'MySQL/Aurora', 3306),
  tcp('mssql', 'MSSQL', 1433),
  tcp('redis', 'Redis', 6379),
  tcp('nfs', 'NFS', 2049),
  tcp('rdp', 'RDP', 3389),
  tcp('smtp', 'SMTP', 25),
  { id: 'dns-udp', label: 'DNS (UDP)', ipProtocol: 'udp', fromPort: 53, toPort: 53 },
  tcp('dns-tcp', 'DNS (TCP)', 53),
  { id: 'all-tcp', label: 'All TCP', ipProtocol: 'tcp', fromPort: 0, toPort: 65535 },
  { id: 'all-udp', label: 'All UDP', ipProtocol: 'udp', fromPort: 0, toPort: 65535 },
  { id: 'all-icmp', label: 'All ICMP', ipProtocol: 'icmp', fromPort: -1, toPort: -1 },
  { id: 'all-icmpv6', label: 'All ICMPv6', ipProtocol: 'icmpv6', fromPort: -1, toPort: -1 },
]

/** Kinds of traffic whose ports the user writes. */
export const customs = [
  { id: 'custom-tcp', label: 'Custom TCP', ipProtocol: 'tcp' },
  { id: 'custom-udp', label: 'Custom UDP', ipProtocol: 'udp' },
  { id: 'custom-icmp', label: 'Custom ICMP', ipProtocol: 'icmp' },
  { id: 'custom-icmpv6', label: 'Custom ICMPv6', ipProtocol: 'icmpv6' },
  { id: 'custom-protocol', label: 'Custom protocol', ipProtocol: null },
] as const

export const trafficOptions: readonly { readonly value: string; readonly label: string }[] = [
  ...customs,
  ...presets,
].map(({ id, label }) => ({ value: id, label }))

/** Does it have types and codes in place of ports? */
const isIcmp = (protocol: string) => protocol === 'icmp' || protocol === 'icmpv6'

/** Which entry of the type list is this? */
export function typeOf(traffic: Traffic): string {
  const same = presets.find(
    (it) =>
      it.ipProtocol === traffic.ipProtocol &&
      it.fromPort === traffic.fromPort &&
      it.toPort === traffic.toPort,
  )
  const custom = customs.find((it) => it.ipProtocol === traffic.ipProtocol)
  return same?.id ?? custom?.id ?? 'custom-protocol'
}

/**
 * The traffic of a type chosen from the list. A custom type keeps the ports there are, else lets as
 * much through as before: all of them.
 */
export function trafficOf(type: string, before: Traffic): Traffic {
  const preset = presets.find((it) => it.id === type)
  if (preset) {
    const { ipProtocol, fromPort, toPort } = preset
    return { ipProtocol, fromPort, toPort }
  }
  const hadPorts = ['tcp', 'udp'].includes(before.ipProtocol)
  if (type === 'custom-icmp') return { ipProtocol: 'icmp', fromPort: -1, toPort: -1 }
  if (type === 'custom-icmpv6') return { ipProtocol: 'icmpv6', fromPort: -1, toPort: -1 }
  if (type === 'custom-protocol') return { ipProtocol: '50', fromPort: null, toPort: null }
  return {
    ipProtocol: type === 'custom-udp' ? 'udp' : 'tcp',
    fromPort: hadPorts ? before.fromPort : 0,
    toPort: hadPorts ? before.toPort : 65535,
  }
}

/** The ports as the table shows and reads them: `443`, `8000-8100`, `all`; icmp `8/0`. */
export function printPorts({ ipProtocol, fromPort, toPort }: Traffic): string {
  if (fromPort === null || toPort === null) return 'all'
  if (isIcmp(ipProtocol)) {
    if (fromPort === -1) return 'all'
    return toPort === -1 ? `${fromPort}` : `${fromPort}/${toPort}`
  }
  if (fromPort === 0 && toPort === 65535) return 'all'
  return fromPort === toPort ? `${fromPort}` : `${fromPort}-${toPort}`
}

type PortsRead =
  | { readonly ok: true; readonly fromPort: number; readonly toPort: number }
  | { readonly ok: false; readonly problem: InputProblem }

const refused = (text: string, suggestion?: string): PortsRead => ({
  ok: false,
  problem: { tone: 'error', text, ...(suggestion === undefined ? {} : { suggestion }) },
})

/**
 * Reads what the user wrote as ports.
 * @example readPorts('tcp', '9000-8000') // refused, with the suggestion '8000-9000'
 */
export function readPorts(ipProtocol: string, text: string): PortsRead {
  const written = text.trim().toLowerCase()
  const icmp = isIcmp(ipProtocol)
  if (['all', 'any', '*'].includes(written))
    return icmp ? { ok: true, fromPort: -1, toPort: -1 } : { ok: true, fromPort: 0, toPort: 65535 }
  if (icmp) {
    const [, type, code = '-1'] = /^(\d{1,3})(?:\s*\/\s*(-1|\d{1,3}))?$/.exec(written) ?? []
    if (type === undefined || Number(type) > 255 || Number(code) > 255)
      return refused('Write an ICMP type, type/code such as 8/0, or all.')
    return { ok: true, fromPort: Number(type), toPort: Number(code) }
  }
  const [, from, to = from] = /^(\d+)(?:\s*[-–:]\s*(\d+))?$/.exec(written) ?? []
  if (from === undefined || to === undefined)
    return refused('Write a port, a range such as 8000-8100, or all.')
  const [low, high] = [Number(from), Number(to)]
  if (low > 65535 || high > 65535) return refused('Ports go up to 65535.')
  if (low > high) return refused('The lower port comes first.', `${high}-${low}`)
  return { ok: true, fromPort: low, toPort: high }
}

/** What to say of a protocol number. */
export function protocolProblem(text: string): InputProblem | null {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 255) return null
  return { tone: 'error', text: 'Write a protocol number, 0 to 255.' }
}
