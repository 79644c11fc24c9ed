import type { Design } from '../../../kinds/contract'
import type { ResourceOf } from '../../../kinds/resource'
import { blocksOf } from '../../../model/peering'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { contains, isCidr, type Cidr } from '../../../net/cidr'
import type { InputProblem } from '../../../ui/DraftInput'
import { cidr6TextProblem } from './cidr6'
import { cidrTextProblem } from './cidr-text'

/**
 * What to say of a text that shall be a route's destination. A table holds each destination once,
 * and the VPC's own blocks belong to the local routes. (RT-3, RT-5)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export function destinationProblem(
  text: string,
  { vpcId, routes }: Pick<ResourceOf<'route-table'>, 'vpcId' | 'routes'>,
  design: Design,
): InputProblem | null {
  const destination = destinationOf(text, design)
  if (!destination) return text.includes(':') ? cidr6TextProblem(text) : cidrTextProblem(text, 16)
  if (Object.hasOwn(routes, destination))
    return { tone: 'error', text: `There is a route to ${text} already.` }
  if (!isCidr(destination)) return null
  const vpc = design.get(vpcId)
  const blocks: readonly Cidr[] = vpc ? [...blocksOf(vpc), ...vpc.ipv6CidrBlocks] : []
  const block = blocks.find((it) => contains(it, destination))
  if (block)
    return {
      tone: 'warn',
      text: `Inside ${block}, a block of this VPC: the local route decides there.`,
    }
  return null
}

/** The destination that a text means: a block, or a prefix list by its name; null when neither. */
export function destinationOf(text: string, design: Design): RouteDestination | null {
  if (isCidr(text)) return text
  return design.all('prefix-list').find((it) => it.name === text)?.id ?? null
}
