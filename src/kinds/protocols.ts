/** IANA's numbers of the protocols that have names here. */
const numbers: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 }
const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]))

const numberOf = (protocol: string | number): number => numbers[protocol] ?? Number(protocol)

/** Do a rule's protocol and a packet's mean the same, be it by name or by number? */
export function isSameProtocol(one: string | number, other: string | number): boolean {
  return numberOf(one) === numberOf(other)
}

/** The name of a protocol that has one here, else its number. */
export function protocolNamed(protocol: string | number): string | number {
  return names.get(numberOf(protocol)) ?? numberOf(protocol)
}
