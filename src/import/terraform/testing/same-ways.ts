import { expect } from 'vitest'
import { verdict } from '../../../engine/testing/ask'
import type { Resource } from '../../../kinds/resource'
import { differences } from '../../cloudformation/testing/same'
import type { ImportedDesign } from '../../import'
import type { ThreeWays } from './three-ways'

/** What came in under this name, as `workload client`. */
export function resourceIn({ document }: ImportedDesign, named: string): Resource {
  const found = Object.values<Resource>(document.resources).filter(
    (it) => `${it.kind} ${it.name}` === named,
  )
  const [it, ...others] = found
  if (!it || others.length > 0) throw new Error(`${named} is there ${found.length} times`)
  return it
}

/** Does one reach the other? The state, the plan and the code say the same. */
export function askedOf(ways: ThreeWays, from: string, to: string, what: string): string {
  const all = [ways.state, ways.plan, ways.code].map((each) => {
    const end = (named: string) => (/^[a-z-]+ /.test(named) ? resourceIn(each, named).id : named)
    return verdict(each.document, end(from), end(to), what)
  })
  expect(all).toEqual(all.map(() => all[0]))
  return all[0] ?? ''
}

/** A state tells of the default security group also where nothing carries it. */
const isIdle = ([what]: readonly [string, unknown]) => what === 'security-group default'

/** State, plan and code tell the same network, and nothing of it is missing. */
export function expectSame({ state, plan, code }: ThreeWays): void {
  for (const each of [plan, code]) {
    const lost = [...differences(state.document, each.document)]
    expect(lost.filter((it) => !isIdle(it))).toEqual([])
  }
  for (const { report } of [state, plan, code])
    expect(report.remarks.filter(({ type }) => type === 'missing')).toEqual([])
}
