import { interfaceOfIp } from '../cloudformation/attributes'
import type { Raw } from '../../kinds/describe'
import type { Doubt, Shown } from './shown'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Blocks of the provider are nested a few levels deep; what lies deeper is none of them. */
const deepest = 20

const isOpen = (value: string): boolean => value.includes('primary-ip-of:')

/**
 * An address that AWS chooses stands for what has it where it is a target of a load balancer. In any
 * other place, and as part of a text, what it comes to is not known.
 */
export function withOpenAddresses(it: Shown): Shown {
  const isRegistering = it.type.endsWith('_target_group_attachment')
  const doubts: Doubt[] = []
  const values = Object.entries(it.values).map(([attribute, value]) => {
    const walk = (each: unknown, key: string, depth: number): unknown => {
      if (depth > deepest) return undefined
      if (typeof each === 'string' && isOpen(each)) {
        if (isRegistering && attribute === 'target_id' && interfaceOfIp(each) !== null) return each
        const why = 'It holds an address that AWS chooses once it is applied.'
        doubts.push({ attribute, key, why, among: null })
        return undefined
      }
      if (Array.isArray(each))
        return (each as readonly unknown[])
          .map((inner) => walk(inner, key, depth + 1))
          .filter((inner) => inner !== undefined)
      if (!isObject(each)) return each
      return Object.fromEntries(
        Object.entries(each).map(([name, inner]) => [name, walk(inner, name, depth + 1)]),
      )
    }
    return [attribute, walk(value, attribute, 0)] as const
  })
  if (doubts.length === 0) return it
  return { ...it, values: Object.fromEntries(values), doubts: [...it.doubts, ...doubts] }
}
