import type { Design } from '../../../kinds/contract'
import type { ResourceOf } from '../../../kinds/resource'
import { blocksOf } from '../../../model/peering'
import { contains, parseCidr } from '../../../net/cidr'
import type { InputProblem } from '../../../ui/DraftInput'
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
  const parsed = parseCidr(text)
  if (!parsed.ok) return cidrTextProblem(text, 16)
  const destination = parsed.value
  if (Object.hasOwn(routes, destination))
    return { tone: 'error', text: `There is a route to ${destination} already.` }
  const vpc = design.get(vpcId)
  const block = vpc && blocksOf(vpc).find((it) => contains(it, destination))
  if (block)
    return {
      tone: 'warn',
      text: `Inside ${block}, a block of this VPC: the local route decides there.`,
    }
  return null
}
