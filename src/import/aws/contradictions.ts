import { definitionOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { foreignIn, joinsItself } from '../../model/references'
import type { Remark } from '../report'

const agreeing = 'an answer that does not contradict the others'

/**
 * Takes away what cannot be so on AWS: answers that were edited, or taken at different times, may say
 * of a subnet that it lies in another VPC than its table. What is left of such a thing is unknown.
 * Says whether anything was taken away.
 */
export function settleContradictions(resources: Map<Id, Resource>, remarks: Remark[]): boolean {
  const design = designOf({ accounts: [], resources: Object.fromEntries(resources) })
  const mains = new Set<Id>()
  let changed = false
  for (const it of Array.from(resources.values())) {
    const skip = (text: string) => {
      changed = true
      resources.delete(it.id)
      remarks.push({ type: 'skipped', what: it.awsId ?? it.id, text })
    }
    if (joinsItself(it)) {
      skip('It joins something with itself.')
      continue
    }
    if (it.kind === 'route-table' && it.main) {
      if (mains.has(it.vpcId)) {
        changed = true
        resources.set(it.id, { ...it, main: false, undescribed: agreeing })
        remarks.push({
          type: 'missing',
          what: agreeing,
          text: `Another table is main, ${it.name} too.`,
        })
      }
      mains.add(it.vpcId)
    }
    const foreign = foreignIn(it, design)
    if (foreign.length === 0) continue
    const { schema } = definitionOf(it)
    const rest = foreign.reduce<Resource>(
      (left, { to }) => definitionOf(left).without(left, to),
      it,
    )
    const read = schema.safeParse({ ...rest, undescribed: it.undescribed ?? agreeing })
    if (!read.success || foreignIn(read.data, design).length > 0) {
      skip('It names what lies in another VPC.')
      continue
    }
    changed = true
    resources.set(it.id, read.data)
    for (const { to, field } of foreign)
      remarks.push({
        type: 'missing',
        what: agreeing,
        text: `${it.name} names ${to.slice(to.indexOf(':') + 1)} (${field}), which lies in another VPC.`,
      })
  }
  return changed
}
