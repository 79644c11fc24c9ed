import type { SecurityGroupRules } from '../network'
import type { Header } from '../packet'
import { portsOf } from '../ports'
import { isSameProtocol } from '../protocols'

type Rule = SecurityGroupRules[string]

/**
 * Does the rule speak of this traffic, whoever sends it? A question without a port means every
 * port. A rule for TCP or UDP without ports is none that EC2 accepts, and matches nothing. (SG-4)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function matchesTraffic({ ipProtocol, fromPort, toPort }: Rule, header: Header): boolean {
  if (ipProtocol === '-1') return true
  if (!isSameProtocol(ipProtocol, header.protocol)) return false
  if (header.icmp) return isAnyOr(fromPort, header.icmp.type) && isAnyOr(toPort, header.icmp.code)
  if (header.protocol !== 'tcp' && header.protocol !== 'udp') return true
  if (fromPort === null || toPort === null) return false
  const { from, to } = portsOf(header.destinationPort)
  return fromPort <= from && to <= toPort
}

const isAnyOr = (value: number | null, wanted: number) =>
  value === null || value === -1 || value === wanted
