import fc from 'fast-check'
import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import {
  aclAllow,
  aclDeny,
  all,
  documentOf,
  internetGateway,
  natGateway,
  networkAcl,
  networkInterface,
  peering,
  prefixList,
  subnet,
} from '../../model/testing/build'

/*
 * A hub with so many spokes that some can be left out of an excerpt, and edits in one spoke after the
 * other: in its own parts, in what leads others there, and in what names others from afar.
 */

const count = 6

/** Subnets in one zone are enough. */
const first = documentOf(
  ...hubAndSpoke(count)
    .resources.filter((it) => !/^subnet:.*-[bc]$/.test((it as Part).id))
    .map((it) => {
      const { subnetIds, interfaces } = it as Part
      return {
        ...(it as object),
        ...(subnetIds && { subnetIds: subnetIds.slice(0, 1) }),
        ...(interfaces && {
          interfaces: Object.fromEntries(Object.entries(interfaces).slice(0, 1)),
        }),
      }
    }),
)

interface Part {
  readonly id: string
  readonly subnetIds?: readonly string[]
  readonly interfaces?: Readonly<Record<string, unknown>>
}

type Change = (now: Document) => Document

const set =
  (input: object): Change =>
  (now) => {
    const it = resourceSchema.parse(input)
    return { ...now, resources: { ...now.resources, [it.id]: it } }
  }

/** A resource with other fields, where it is there. */
const alter =
  (id: string, fields: (it: Record<string, object>) => object): Change =>
  (now) => {
    const it = now.resources[id as Id]
    if (!it) return now
    return set({ ...it, ...fields(it as unknown as Record<string, object>) })(now)
  }

const remove =
  (id: string): Change =>
  ({ resources, ...rest }) => {
    const left = Object.values<Resource>(resources).filter((it) => it.id !== id)
    return { ...rest, resources: Object.fromEntries(left.map((it) => [it.id, it])) }
  }

/** As it was in the beginning. */
const restore =
  (id: string): Change =>
  (now) => {
    const it = first.resources[id as Id]
    return it ? { ...now, resources: { ...now.resources, [id]: it } } : remove(id)(now)
  }

const spoke = fc.integer({ min: 1, max: count })

/** Of the hub, of a spoke, of some or all spokes, in a subnet, of nobody, everybody. */
const block = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/14',
  '10.0.0.64/28',
  '10.2.0.0/16',
  '10.2.0.0/24',
  '10.4.0.32/28',
  '10.5.0.0/25',
  '10.200.0.0/24',
  '172.16.0.0/24',
)

const anyChange: fc.Arbitrary<Change> = fc
  .tuple(spoke, spoke, block, fc.nat({ max: 25 }), fc.boolean())
  .map(([number, other, to, what, flag]): Change => {
    const own = `spoke-${number}`
    const table = `route-table:${own}${flag ? '-tgw' : ''}`
    const route = (target: string | null) =>
      alter(table, ({ routes }) => ({ routes: { ...routes, [to]: { target } } }))
    const parts = [`vpc:${own}`, table, `subnet:${own}-app-a`, `subnet:${own}-tgw-a`].concat(
      `security-group:${own}`,
      `workload:${own}`,
      `transit-gateway-vpc-attachment:${own}`,
      'transit-gateway-vpc-attachment:shared',
      `network-acl:${own}`,
      `prefix-list:${flag ? 'shared' : own}`,
      `vpc-peering-connection:${flag ? 'one' : 'two'}`,
    )
    const part = parts[other % parts.length] ?? `vpc:${own}`
    const changes: readonly Change[] = [
      route('transit-gateway:hub'),
      route(null),
      route(`nat-gateway:${own}`),
      route('vpc-peering-connection:one'),
      route(`network-interface:${own}`),
      alter(table, ({ routes }) => ({
        routes: {
          ...routes,
          [`prefix-list:${flag ? 'shared' : own}`]: { target: 'transit-gateway:hub' },
        },
      })),
      set(prefixList(flag ? 'shared' : own, [to])),
      set(internetGateway(own, own, { attachmentState: 'attached' })),
      set(natGateway(own, `${own}-app-a`)),
      set(
        networkInterface(own, `${flag ? own : `spoke-${other}`}-app-a`, { sourceDestCheck: flag }),
      ),
      set(
        networkAcl(
          own,
          own,
          { 10: aclDeny(to), 20: aclAllow('0.0.0.0/0') },
          { 20: aclAllow('0.0.0.0/0') },
        ),
      ),
      alter(`subnet:${own}-app-a`, () => ({ networkAclId: flag ? `network-acl:${own}` : null })),
      alter(`security-group:${own}`, ({ ingress }) => ({ ingress: { ...ingress, more: all(to) } })),
      alter(`workload:${own}`, ({ interfaces }) => ({
        interfaces: { ...interfaces, [`subnet:spoke-${other}-app-a`]: {} },
      })),
      alter(`vpc:${own}`, () => ({ secondaryCidrBlocks: to.endsWith('/24') ? [to] : [] })),
      alter(`vpc:${own}`, () => ({ name: `to ${to}`, tags: { a: to } })),
      alter(`subnet:${own}-app-a`, () => ({ routeTableId: table })),
      set(subnet(`${own}-more`, own, `10.${number}.${other}.0/24`, { routeTableId: table })),
      set(peering(flag ? 'one' : 'two', own, flag ? 'shared' : `spoke-${other}`)),
      alter(`transit-gateway-route-table:${flag ? 'spokes' : 'shared'}`, ({ routes }) => ({
        routes: {
          ...routes,
          [to]: { attachmentId: `transit-gateway-vpc-attachment:${own}` },
        },
      })),
      alter(`transit-gateway-vpc-attachment:${flag ? own : 'shared'}`, () => ({
        subnetIds: [`subnet:${flag ? own : 'shared'}-app-a`],
        state: other === 1 ? 'deleted' : 'available',
      })),
      alter(`transit-gateway-route-table:${flag ? 'spokes' : 'shared'}`, ({ routes }) => ({
        routes: { ...routes, [`prefix-list:${flag ? 'shared' : own}`]: { attachmentId: null } },
      })),
      remove(part),
      remove(part),
      restore(part),
      restore(part),
    ]
    return changes[what % changes.length] ?? restore(part)
  })

const anyStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ change: anyChange }) },
  { weight: 1, arbitrary: fc.record({ back: fc.nat() }) },
)

/** Networks one after the other, each one edit away from one before it. */
export const anySpokeEdits: fc.Arbitrary<readonly Document[]> = fc
  .array(anyStep, { minLength: 1, maxLength: 10 })
  .map((steps) => {
    const seen = [first]
    for (const step of steps) {
      const now = seen.at(-1) ?? first
      seen.push('change' in step ? step.change(now) : (seen[step.back % seen.length] ?? now))
    }
    return seen
  })
