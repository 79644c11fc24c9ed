import { text, type Raw } from '../../kinds/describe'
import type { Shown } from './shown'

/**
 * A plan together with the code that it is of: what the plan alone does not tell, the code does. Both
 * make the same IDs of the same addresses.
 */
export function toldByCode(planned: readonly Shown[], written: readonly Shown[]): readonly Shown[] {
  const byAddress = new Map(written.map((it) => [it.address, it]))
  // what exists already has an ID that the code does not know
  const real = new Map(
    planned.flatMap(({ address, values }) => {
      const [made, id] = [text(byAddress.get(address)?.values ?? {}, 'id'), text(values, 'id')]
      return made !== null && id !== null && made !== id ? [[made, id] as const] : []
    }),
  )
  return planned.map((it) => {
    const code = byAddress.get(it.address)
    return code && it.doubts.length + it.paired.size > 0 ? completed(it, code, real) : it
  })
}

/** Is the code that of the plan? */
export const isCodeOf = (written: readonly Shown[], planned: readonly Shown[]): boolean => {
  const addresses = new Set(planned.map(({ address }) => address))
  return written.some(({ address }) => addresses.has(address))
}

function completed(it: Shown, code: Shown, real: ReadonlyMap<string, string>): Shown {
  const open = new Set(code.doubts.map(({ attribute }) => attribute))
  const isTold = (attribute: string): boolean =>
    !open.has(attribute) && !open.has('count') && Object.hasOwn(code.values, attribute)
  const left = [...it.doubts.map(({ attribute }) => attribute), ...it.paired.keys()]
  const told = new Set(left.filter(isTold))
  const added = Object.fromEntries(
    [...told].map((attribute) => [attribute, replaced(code.values[attribute], real)]),
  )
  return {
    ...it,
    values: { ...it.values, ...added },
    doubts: it.doubts.filter(({ attribute }) => !told.has(attribute)),
    paired: new Map([...it.paired].filter(([attribute]) => !told.has(attribute))),
  }
}

const deepest = 20

function replaced(value: unknown, real: ReadonlyMap<string, string>, depth = 0): unknown {
  if (typeof value === 'string') return real.get(value) ?? value
  if (depth > deepest || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((each) => replaced(each, real, depth + 1))
  return Object.fromEntries(
    Object.entries(value as Raw).map(([key, each]) => [key, replaced(each, real, depth + 1)]),
  )
}
