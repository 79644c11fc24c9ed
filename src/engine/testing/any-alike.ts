import fc from 'fast-check'
import type { Document } from '../../model/document'
import {
  aclAllow,
  aclDeny,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  peering,
  prefixList,
  routeTable,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { cidrAt } from '../../net/cidr'

/*
 * Networks of many VPCs of few sorts, as real ones are: several VPCs are made by one plan, joined to
 * the same hub, and now and then one of them is a little different from its sisters.
 */

const destination = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.2.1.64/26',
  '10.4.0.0/14',
  'prefix-list:p',
)
const way = fc.constantFrom<'hub' | 'nat' | 'internet' | 'gone' | 'peer' | 'host'>(
  'hub',
  'hub',
  'hub',
  'hub',
  'nat',
  'internet',
  'gone',
  'peer',
  'host',
)
const routes = fc.dictionary(destination, way, { maxKeys: 3, noNullPrototype: true })
const entry = fc
  .tuple(
    fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.2.0.0/16', '10.1.1.0/24', '10.3.1.5/32'),
    fc.boolean(),
  )
  .map(([block, isAllowed]) => (isAllowed ? aclAllow(block) : aclDeny(block)))
const entries = fc
  .dictionary(fc.constantFrom('10', '20', '30'), entry, { maxKeys: 3, noNullPrototype: true })
  .map((found): Record<string, unknown> => ({ ...found, 100: aclAllow('0.0.0.0/0') }))

/** How VPCs of a sort look. */
const plan = fc.record({
  main: routes,
  other: routes,
  acl: fc.option(fc.tuple(entries, entries)),
  subnets: fc.array(
    fc.record({
      zone: fc.constantFrom('a', 'a', 'b'),
      table: fc.constantFrom(null, null, 'other'),
      acl: fc.boolean(),
      host: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  table: fc.constantFrom('one', 'two'),
  isAttached: fc.constantFrom(true, true, true, false),
  appliance: fc.boolean(),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

/** What of one VPC is not as in its sisters. */
const oddity = fc.record({
  vpc: fc.nat(6),
  what: fc.constantFrom('route', 'acl', 'prefix-length', 'host', 'propagation', 'named'),
  destination,
  way,
})
type Oddity = typeof oddity extends fc.Arbitrary<infer P> ? P : never

function made(it: Plan, index: number, odd: Oddity | undefined): readonly object[] {
  const name = `v${index}`
  const block = (third: number, length = 24) =>
    cidrAt((10 * 256 + index) * 65536 + third * 256, length)
  const targetOf = (to: string) =>
    ({
      hub: 'transit-gateway:t',
      nat: `nat-gateway:${name}`,
      internet: `internet-gateway:${name}`,
      peer: `vpc-peering-connection:${name}`,
      host: `workload:${name}-0`,
    })[to] ?? null
  const targets = (from: Record<string, string>) =>
    Object.fromEntries(Object.entries(from).map(([to, through]) => [to, targetOf(through)]))
  const main = odd?.what === 'route' ? { ...it.main, [odd.destination]: odd.way } : it.main
  const acl = it.acl && (odd?.what === 'acl' ? ([it.acl[0], {}] as const) : it.acl)
  const names = it.subnets.map((_, at) => `${name}-${at}`)
  return [
    vpc(name, block(0, 16)),
    mainTable(name, name, targets(main)),
    routeTable(`${name}-other`, name, targets(it.other)),
    ...(acl ? [networkAcl(name, name, acl[0], acl[1])] : []),
    ...it.subnets.map((each, at) =>
      subnet(
        names[at] ?? '',
        name,
        block(at + 1, odd?.what === 'prefix-length' && at === 0 ? 25 : 24),
        {
          availabilityZone: `eu-west-1${each.zone}`,
          ...(each.table && { routeTableId: `route-table:${name}-other` }),
          ...(acl && each.acl && { networkAclId: `network-acl:${name}` }),
        },
      ),
    ),
    ...it.subnets.flatMap((each, at) =>
      each.host || (odd?.what === 'host' && at === 0)
        ? [workload(`${name}-${at}`, names[at] ?? '', {}, { sourceDestCheck: false })]
        : [],
    ),
    internetGateway(name, name),
    natGateway(name, names[0] ?? ''),
    peering(name, name, index === 0 ? 'v1' : 'v0'),
    ...(it.isAttached
      ? [
          tgwAttachment(name, 't', name, names.slice(0, 1), {
            applianceModeSupport: it.appliance,
          }),
        ]
      : []),
  ]
}

/** Up to seven VPCs of at most three sorts around a transit gateway and a VPC they all peer with. */
export const anyAlikeNetwork: fc.Arbitrary<Document> = fc
  .record({
    plans: fc.tuple(plan, plan, plan),
    sorts: fc.array(fc.nat(2), { minLength: 2, maxLength: 7 }),
    oddities: fc.array(oddity, { maxLength: 2 }),
    propagations: fc.record({ one: fc.subarray([0, 1, 2]), two: fc.subarray([0, 1, 2]) }),
    statics: fc.dictionary(destination, fc.nat(6), { maxKeys: 2, noNullPrototype: true }),
    order: fc.boolean(),
  })
  .map(({ plans, sorts, oddities, propagations, statics, order }) => {
    const vpcs = sorts.map((sort, index) => ({
      it: plans[sort] ?? plans[0],
      sort,
      index,
      odd: oddities.find((each) => each.vpc === index),
    }))
    const attached = vpcs.filter(({ it }) => it.isAttached)
    const table = (name: 'one' | 'two') =>
      tgwRouteTable(name, 't', {
        associations: attached.flatMap(({ it, index }) => (it.table === name ? [`v${index}`] : [])),
        propagations: attached.flatMap(({ sort, index, odd }) =>
          propagations[name].includes(sort) !== (odd?.what === 'propagation') ? [`v${index}`] : [],
        ),
        routes: Object.fromEntries(
          Object.entries(statics).flatMap(([to, index]) =>
            attached.some((it) => it.index === index) ? [[to, `v${index}`]] : [],
          ),
        ),
      })
    const parts = [
      ...vpcs.flatMap(({ it, index, odd }) => made(it, index, odd)),
      transitGateway('t', {
        defaultRouteTableAssociation: false,
        defaultRouteTablePropagation: false,
      }),
      table('one'),
      table('two'),
      prefixList('p', ['10.1.0.0/16', '10.5.1.0/24']),
    ]
    return documentOf(...(order ? parts : parts.toReversed()))
  })
