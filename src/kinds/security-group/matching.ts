import type { SecurityGroupRules } from '../network'
import type { Header } from '../packet'

type Rule = SecurityGroupRules[string]

const numbers: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17 }
const numberOf = (protocol: string | number) => numbers[protocol] ?? Number(protocol)

/** A question about ICMP means a ping: an echo request, type 8, code 0. */
const echoRequest = { type: 8, code: 0 }

/**
 * Does the rule speak of this traffic, whoever sends it? A question without a port means every
 * port. A rule for TCP or UDP without ports is none that EC2 accepts, and matches nothing. (SG-4)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function matchesTraffic({ ipProtocol, fromPort, toPort }: Rule, header: Header): boolean {
  if (ipProtocol === '-1') return true
  const protocol = numberOf(ipProtocol)
  if (protocol !== numberOf(header.protocol)) return false
  if (protocol === numbers['icmp'])
    return isAnyOr(fromPort, echoRequest.type) && isAnyOr(toPort, echoRequest.code)
  if (protocol !== numbers['tcp'] && protocol !== numbers['udp']) return true
  if (fromPort === null || toPort === null) return false
  const port = header.destinationPort
  if (typeof port === 'number') return fromPort <= port && port <= toPort
  return fromPort <= 0 && toPort === 65535
}

const isAnyOr = (value: number | null, wanted: number) =>
  value === null || value === -1 || value === wanted
