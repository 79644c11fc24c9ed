import { definitionOf, linksOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import type { Imported } from '../aws/import'
import type { TemplateReading } from './read'

type Reading = Pick<TemplateReading, 'addresses' | 'undescribed' | 'sharedWith'>

/**
 * Puts addresses in the place of IDs that AWS has not given yet, and marks what is not understood.
 * What stands there since AWS makes it, and nothing uses, is left out.
 */
export function finished(imported: Imported, reading: Reading): Imported {
  const { addresses } = reading
  const used = new Set(Object.values<Resource>(imported.resources).flatMap(linkedFrom))
  const resources = Object.fromEntries(
    Object.values<Resource>(imported.resources).flatMap((it): readonly [Id, Resource][] => {
      const address = it.awsId === undefined ? undefined : addresses.get(it.awsId)
      const isIdle = it.kind === 'security-group' && address?.endsWith('/default security group')
      if (isIdle && !used.has(it.id)) return []
      return [[it.id, written(it, address, reading)]]
    }),
  )
  const counts = { ...imported.report.counts }
  const left = Object.keys(imported.resources).length - Object.keys(resources).length
  if (counts['security-group'] !== undefined) counts['security-group'] -= left
  if (counts['security-group'] === 0) delete counts['security-group']
  const named = (text: string) =>
    text.replace(/\b[a-z]+(?:-[a-z]+)*-[0-9a-f]{17}\b/g, (id) => addresses.get(id) ?? id)
  const remarks = imported.report.remarks.map((it) => ({
    ...it,
    what: addresses.get(it.what) ?? named(it.what),
    text: named(it.text),
  }))
  return { ...imported, resources, report: { ...imported.report, counts, remarks } }
}

const linkedFrom = (it: Resource): readonly string[] =>
  linksOf(it).flatMap(({ to }) => (to === it.id ? [] : [to]))

function written(it: Resource, address: string | undefined, reading: Reading): Resource {
  const { awsId, ...rest } = it
  const known = awsId ?? ''
  const missing = reading.undescribed.get(known)
  const accounts = reading.sharedWith.get(known)
  if (address === undefined && missing === undefined && !accounts) return it
  const value: unknown = {
    ...(address === undefined ? it : { ...withoutInterfaces(rest), sourceAddress: address }),
    ...(missing !== undefined && { undescribed: missing.slice(0, 2048) }),
    ...(accounts && 'sharedWith' in it && { sharedWith: accounts }),
  }
  const read = definitionOf(it).schema.safeParse(value)
  return read.success ? read.data : it
}

/** IDs of interfaces that AWS has not made yet. */
function withoutInterfaces(value: unknown): object {
  const walk = (it: unknown): unknown => {
    if (Array.isArray(it)) return it.map(walk)
    if (typeof it !== 'object' || it === null) return it
    return Object.fromEntries(
      Object.entries(it).flatMap(([key, each]) =>
        key === 'networkInterfaceId' ? [] : [[key, walk(each)] as const],
      ),
    )
  }
  const walked = walk(value)
  return typeof walked === 'object' && walked !== null ? walked : {}
}
