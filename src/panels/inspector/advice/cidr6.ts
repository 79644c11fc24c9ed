import type { Design } from '../../../kinds/contract'
import type { Resource } from '../../../kinds/resource'
import { contains, nextFree6, overlaps, parseCidr6, prefixLengthOf } from '../../../net/cidr'
import type { InputProblem } from '../../../ui/DraftInput'

/** Sizes that AWS takes, in steps of 4. (VPC-15, VPC-17) */
const lengths = {
  vpc: { shortest: 44, longest: 60 },
  subnet: { shortest: 44, longest: 64 },
} as const

/**
 * What to say of a text that shall be an IPv6 block, while it is typed.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function cidr6Problem(
  text: string,
  resource: Resource,
  design: Design,
): InputProblem | null {
  const parsed = parseCidr6(text)
  if (!parsed.ok) return cidr6TextProblem(text)
  const block = parsed.value
  if (resource.kind !== 'vpc' && resource.kind !== 'subnet') return null
  const { shortest, longest } = lengths[resource.kind]
  const length = prefixLengthOf(block)
  if (length < shortest || length > longest || length % 4 !== 0)
    return {
      tone: 'error',
      text: `/${length} will not do: a ${resource.kind === 'vpc' ? 'VPC' : 'subnet'} has /${shortest} to /${longest}, in steps of 4.`,
    }
  return resource.kind === 'subnet' ? inVpc(block, resource, design) : null
}

function inVpc(
  block: Parameters<typeof contains>[1],
  subnet: Extract<Resource, { kind: 'subnet' }>,
  design: Design,
): InputProblem | null {
  const vpc = design.get(subnet.vpcId)
  const siblings = design
    .all('subnet')
    .filter((it) => it.vpcId === subnet.vpcId && it.id !== subnet.id)
  if (!vpc) return null
  const taken = siblings.flatMap((it) => it.ipv6CidrBlock ?? [])
  const free = vpc.ipv6CidrBlocks.flatMap((it) => nextFree6(it, 64, taken) ?? [])[0]
  const suggestion = free ? { suggestion: free } : {}
  if (!vpc.ipv6CidrBlocks.some((it) => contains(it, block)))
    return {
      tone: 'warn',
      text:
        vpc.ipv6CidrBlocks.length === 0
          ? `${vpc.name} has no IPv6 block.`
          : `Outside the IPv6 blocks of ${vpc.name}.`,
      ...suggestion,
    }
  const other = siblings.find((it) => it.ipv6CidrBlock && overlaps(it.ipv6CidrBlock, block))
  return other
    ? { tone: 'warn', text: `Overlaps ${other.name} (${other.ipv6CidrBlock}).`, ...suggestion }
    : null
}

/** What is wrong with a text that shall be an IPv6 block; null when it is one. */
export function cidr6TextProblem(text: string): InputProblem | null {
  const parsed = parseCidr6(text)
  if (parsed.ok) return null
  const [problem] = parsed.problems
  return {
    tone: 'error',
    text: 'Write an IPv6 block in its shortest notation, such as 2001:db8:1234::/56.',
    ...(problem?.code === 'cidr/not-canonical' ? { suggestion: problem.suggestion } : {}),
  }
}
