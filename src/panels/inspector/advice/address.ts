import type { Design } from '../../../kinds/contract'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { holds, rangeOf } from '../../../net/cidr'
import { ipToNumber, numberToIp, parseIp4, type Ip4 } from '../../../net/ip'
import { isPublic } from '../../../net/ranges'
import type { InputProblem } from '../../../ui/DraftInput'

type Subnet = ResourceOf<'subnet'>

/** What AWS keeps the address for; null when a host may have it. (VPC-18) */
export function reservedFor(ip: Ip4, { cidrBlock }: Pick<Subnet, 'cidrBlock'>): string | null {
  if (!cidrBlock) return null
  const { first, last } = rangeOf(cidrBlock)
  const number = ipToNumber(ip)
  if (number === last) return 'the broadcast address'
  return (
    ['the network address', 'the VPC router', 'the DNS server', 'future use'][number - first] ??
    null
  )
}

/** Who has this private address in the VPC of the subnet; its name, or null. */
function holderOf(ip: Ip4, subnet: Subnet, self: Id, design: Design): string | null {
  const inVpc = (id: Id<'subnet'>) => design.get(id)?.vpcId === subnet.vpcId
  for (const it of design.all('workload'))
    for (const [key, face] of Object.entries(it.interfaces)) {
      const subnetId = key as Id<'subnet'>
      const itself = it.id === self && subnetId === subnet.id
      if (!itself && face.privateIpAddress === ip && inVpc(subnetId)) return it.name
    }
  const nat = design
    .all('nat-gateway')
    .find((it) => it.id !== self && it.privateIp === ip && it.subnetId && inVpc(it.subnetId))
  return nat?.name ?? null
}

/** The first address of the subnet, from .10 on where there is room, that nobody is given. */
export function freeAddress(subnet: Subnet, self: Id, design: Design): Ip4 | null {
  if (!subnet.cidrBlock) return null
  const { first, last } = rangeOf(subnet.cidrBlock)
  for (const start of [first + 10, first + 4])
    for (let number = start; number < Math.min(last, start + 4096); number += 1) {
      const ip = numberToIp(number)
      if (!holderOf(ip, subnet, self, design)) return ip
    }
  return null
}

function malformed(text: string): InputProblem {
  const unpadded = text.replace(/\b0+(?=\d)/g, '')
  return {
    tone: 'error',
    text: 'Write four decimal numbers from 0 to 255, such as 10.0.0.10.',
    ...(parseIp4(unpadded).ok && unpadded !== text ? { suggestion: unpadded } : {}),
  }
}

/** What to say of a private address while it is typed; empty leaves the choice to AWS. */
export function privateAddressProblem(
  text: string,
  subnet: Subnet,
  self: Id,
  design: Design,
): InputProblem | null {
  if (text === '') return null
  const parsed = parseIp4(text)
  if (!parsed.ok) return malformed(text)
  const ip = parsed.value
  const free = freeAddress(subnet, self, design)
  const suggestion = free ? { suggestion: free } : {}
  if (!subnet.cidrBlock || !holds(subnet.cidrBlock, ip))
    return {
      tone: 'error',
      text: `Outside ${subnet.name} (${subnet.cidrBlock ?? 'IPv6 only'}).`,
      ...suggestion,
    }
  const reserved = reservedFor(ip, subnet)
  if (reserved) return { tone: 'error', text: `AWS keeps ${ip} for ${reserved}.`, ...suggestion }
  const holder = holderOf(ip, subnet, self, design)
  if (holder) return { tone: 'warn', text: `${holder} has ${ip} already.`, ...suggestion }
  return null
}

/** What to say of a public address while it is typed; empty leaves the choice to AWS. */
export function publicAddressProblem(text: string): InputProblem | null {
  if (text === '') return null
  const parsed = parseIp4(text)
  if (!parsed.ok) return malformed(text)
  return isPublic(parsed.value) ? null : { tone: 'error', text: `${text} is not a public address.` }
}

/** What to say of the private address that an Elastic IP address is for, of those it can be. */
export function associatedAddressProblem(
  text: string,
  holder: string,
  addresses: readonly string[],
): InputProblem | null {
  if (text === '' || addresses.includes(text)) return null
  if (!parseIp4(text).ok) return malformed(text)
  const [first] = addresses
  return {
    tone: 'error',
    text:
      first === undefined
        ? `${holder} has no private IPv4 address.`
        : `${holder} has ${listed(addresses)}, not ${text}.`,
    ...(first === undefined ? {} : { suggestion: first }),
  }
}

const listed = (all: readonly string[]) =>
  all.length < 4 ? all.join(', ') : `${all.slice(0, 3).join(', ')} and ${all.length - 3} more`
