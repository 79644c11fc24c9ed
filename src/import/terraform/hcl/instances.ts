import type { Raw } from '../../../kinds/describe'
import type { StackPlace } from '../../cloudformation/stack'
import { keyed, within, type Key } from '../addresses'
import { madeAttribute, madeId, sameAs, toldWithin } from '../made'
import { Untold } from '../plan-expressions'
import { evaluated, weighed, type Budget, type Scope } from './evaluate'
import { lookedUp } from './looked-up'
import { firewallStatus } from './firewall-status'
import type { ResourceCode } from './module-code'
import type { Expression } from './expression'
import { readTemplate } from './syntax'
import {
  asNumber,
  asText,
  Failed,
  isList,
  isObject,
  isUntold,
  type Thing,
  type Value,
} from './value'

/** A resource as it is made, one of several where `count` or `for_each` says so. */
export interface Instance extends Thing {
  readonly code: ResourceCode
  readonly address: string
  readonly key: Key | null
  readonly place: StackPlace
  /** Tags that it has beside its own. */
  readonly tags: ReadonlyMap<string, Value>
  readonly scope: Scope
  /** Why it may not be made at all, or for other keys. */
  readonly doubt: Untold | null
}

/** What one is made for, of `count` or `for_each`. */
export interface Made {
  readonly key: Key | null
  readonly value: Value
  readonly doubt: Untold | null
}

/** More of one resource are not made. */
const most = 2000

const expressions = new Map<string, Expression | null>()

/** Reads each text once; texts of long ago are read again. */
export function expressionIn(text: string): Expression | null {
  const known = expressions.get(text)
  if (known !== undefined) return known
  if (expressions.size > 20_000) expressions.clear()
  const read = readTemplate(text)
  expressions.set(text, read)
  return read
}

/** Deeper values are none that a provider takes. */
const deepest = 40

/** What stands in a file at one place, evaluated. */
export function valueOf(raw: unknown, scope: Scope, budget: Budget, depth = 0): Value {
  if (depth > deepest) return new Untold('It is nested too deeply.')
  if (typeof raw === 'string') {
    const expression = expressionIn(raw)
    return expression
      ? evaluated(expression, scope, budget)
      : new Untold(`${raw.slice(0, 120)} is not read.`)
  }
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  if (Array.isArray(raw))
    return weighed(
      (raw as readonly unknown[]).map((each) => valueOf(each, scope, budget, depth + 1)),
    )
  if (typeof raw !== 'object' || raw === null) return null
  const entries = new Map<string, Value>()
  for (const [name, each] of Object.entries(raw)) {
    const key = name.includes('${') ? valueOf(name, scope, budget, depth + 1) : name
    if (isUntold(key)) return key
    entries.set(asText(key) ?? name, valueOf(each, scope, budget, depth + 1))
  }
  return weighed(entries)
}

/** It is not known for which keys it is made, or whether it is. */
const openly = (why: string): readonly Made[] => [
  { key: null, value: new Untold(why), doubt: new Untold(why) },
]

/** How many of a resource or a module are made, and for which keys. */
export function madeFor(body: Raw, valueIn: (raw: unknown) => Value): readonly Made[] {
  const of = (raw: unknown, name: string): readonly Made[] => {
    const value = valueIn(raw)
    if (isUntold(value)) return openly(value.why)
    if (name === 'count') {
      const count = asNumber(value)
      if (count === null || count < 0 || count > most)
        return openly(`It is made ${asText(value)} times.`)
      return Array.from({ length: count }, (_, key) => ({ key, value: key, doubt: null }))
    }
    if (isObject(value) && value.size <= most)
      return [...value].map(([key, each]) => ({ key, value: each, doubt: null }))
    if (!isList(value) || value.length > most)
      return openly('It is made for what is no map or set.')
    const untold = value.find(isUntold)
    if (untold) return openly(untold.why)
    return value.flatMap((each) => {
      const key = asText(each)
      return key === null ? [] : [{ key, value: key, doubt: null }]
    })
  }
  if (Object.hasOwn(body, 'count')) return of(body['count'], 'count')
  if (Object.hasOwn(body, 'for_each')) return of(body['for_each'], 'for_each')
  return [{ key: null, value: null, doubt: null }]
}

const thing = (attribute: (name: string) => Value): Thing => ({
  isThing: true,
  id: null,
  attribute,
})

/** The scope of what is made for this key. */
export function scopeFor(scope: Scope, { key, value, doubt }: Made): Scope {
  const each = thing((name) =>
    doubt ? doubt : name === 'key' ? key : name === 'value' ? value : new Failed(`each.${name}`),
  )
  const count = thing((name) => (doubt ? doubt : name === 'index' ? key : new Failed(name)))
  return (name) => (name === 'each' ? each : name === 'count' ? count : scope(name))
}

/** A resource for one key, whose attributes are evaluated as they are asked for. */
export function instanceOf(
  code: ResourceCode,
  module: { readonly address: string; readonly source: string; readonly budget: Budget },
  scope: Scope,
  made: Made,
  { place, tags }: { readonly place: StackPlace; readonly tags: ReadonlyMap<string, Value> },
  accepted: (id: string) => Thing | undefined,
): Instance {
  const { type, name, body, isData } = code
  const address = within(
    module.address,
    `${isData ? 'data.' : ''}${type}.${name}${keyed(made.key)}`,
  )
  const own = scopeFor(scope, made)
  const known = new Map<string, Value>()
  const id = madeId(type, name, `${module.source}${address}`, place)
  const said = (attribute: string): Value =>
    Object.hasOwn(body, attribute) ? valueOf(body[attribute], own, module.budget) : null

  function now(attribute: string): Value {
    if (isData)
      return lookedUp(type, attribute, place, said) ?? new Untold(`${address} is looked up.`)
    const value = said(attribute)
    if (value !== null) return completedWithin(attribute, value)
    const twin = sameAs(type)
    if (twin !== null) {
      const other = said(twin)
      if (attribute === 'id' || isUntold(other)) return other
      const found = type.endsWith('_attachment_accepter')
        ? accepted(asText(other) ?? '')
        : undefined
      if (found) return found.attribute(attribute)
    } else {
      const assign = 'assign_generated_ipv6_cidr_block'
      const values =
        type === 'aws_vpc'
          ? { [assign]: said(assign) }
          : type === 'aws_network_interface'
            ? addresses()
            : {}
      const told = madeAttribute({ type, name, address, id, values }, attribute, place)
      if (told !== null) return told
      const status =
        type === 'aws_networkfirewall_firewall' && attribute === 'firewall_status'
          ? firewallStatus(id, said('subnet_mapping'), (each) =>
              accepted(each)?.attribute('availability_zone'),
            )
          : null
      if (status !== null) return status
    }
    return new Untold(`${address}.${attribute} is known only once it is applied.`)
  }

  /** The addresses of an interface, as far as they are known. */
  const addresses = (): Raw =>
    Object.fromEntries(
      ['private_ip_list', 'private_ips'].map((key) => {
        const list = said(key)
        return [key, list !== null && isList(list) ? list.map(asText) : []]
      }),
    )

  /** A block, with what AWS tells in it. */
  function completedWithin(attribute: string, value: Value): Value {
    const more = toldWithin(type, attribute).flatMap((key): [string, Value][] => {
      const told = madeAttribute({ type, name, address, id, values: {} }, key, place)
      return told === null ? [] : [[key, told]]
    })
    return more.length > 0 && isList(value)
      ? value.map((each) => (isObject(each) ? new Map([...each, ...more]) : each))
      : value
  }

  return {
    isThing: true,
    id: isData || sameAs(type) !== null ? null : id,
    code,
    address,
    key: made.key,
    place,
    tags,
    scope: own,
    doubt: made.doubt,
    attribute: (attribute) => {
      const before = known.get(attribute)
      if (before !== undefined) return before
      known.set(attribute, new Untold(`${address}.${attribute} is made of itself.`))
      const value = now(attribute)
      known.set(attribute, value)
      return value
    },
  }
}
