import * as fc from 'fast-check'
import { applyPatches, enablePatches, produceWithPatches } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import type { Finding } from '../answer'
import { resolve } from '../network'
import { findingsOf } from './findings'
import { repaired } from './testing/found'

enablePatches()

const name = fc.constantFrom('a', 'b', 'c')
const block = fc.constantFrom(
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.0.0.0/8',
  '172.17.0.0/16',
  '100.64.0.0/16',
  '0.0.0.0/0',
)
const target = fc.oneof(
  fc.constantFrom(null, 'nat-gateway:gone', 'vpc-peering-connection:gone'),
  fc
    .tuple(fc.constantFrom('nat-gateway', 'internet-gateway', 'vpc-peering-connection'), name)
    .map(([kind, tail]) => `${kind}:${tail}`),
)
const routes = fc.dictionary(block, target, { maxKeys: 4 })
const rule = fc
  .tuple(
    fc.constantFrom(22, 80),
    fc.oneof(
      block,
      name.map((it) => `security-group:${it}`),
    ),
  )
  .map(([port, from]) => (port === 22 ? tcp(port, from) : all(from)))
const rules = fc.array(rule, { maxLength: 2 })

/** Resources that each could be, in designs that often could not. */
const resource = fc.oneof(
  fc
    .tuple(
      name,
      block,
      fc.uniqueArray(block, { maxLength: 2 }),
      fc.constantFrom('eu-west-1', 'us-east-1'),
    )
    .map(([it, cidrBlock, secondaryCidrBlocks, region]) =>
      vpc(it, cidrBlock, { secondaryCidrBlocks, region }),
    ),
  fc
    .tuple(name, name, block, fc.option(name))
    .map(([it, of, cidrBlock, table]) =>
      subnet(it, of, cidrBlock, { routeTableId: table && `route-table:${table}` }),
    ),
  fc
    .tuple(name, name, routes, fc.boolean())
    .map(([it, of, its, main]) => (main ? mainTable(it, of, its) : routeTable(it, of, its))),
  fc
    .tuple(name, name, name, fc.constantFrom('active', 'pending-acceptance', 'failed', 'deleted'))
    .map(([it, from, to, status]) => peering(it, from, to, { status })),
  fc
    .tuple(name, name, fc.constantFrom('attached', 'detached'))
    .map(([it, of, attachmentState]) => internetGateway(it, of, { attachmentState })),
  fc
    .tuple(name, name, fc.constantFrom('available', 'deleted'))
    .map(([it, of, state]) => natGateway(it, of, { state })),
  fc.tuple(name, name, rules, rules).map(([it, of, ...lists]) => securityGroup(it, of, ...lists)),
  fc
    .tuple(
      name,
      fc.uniqueArray(name, { minLength: 1 }),
      fc.constantFrom('none', 'elastic-ip'),
      name,
    )
    .map(([it, subnets, publicAddress, group]) =>
      workload(it, subnets, { securityGroupIds: [`security-group:${group}`] }, { publicAddress }),
    ),
)
const documents = fc
  .array(resource, { maxLength: 24 })
  .map((resources): Document => documentOf(resources))

const reversed = (document: Document): Document => ({
  ...document,
  resources: Object.fromEntries(
    Object.entries(document.resources).toReversed(),
  ) as Document['resources'],
})

const places = ({ id, resources, evidence }: Finding) => JSON.stringify([id, resources, evidence])

describe('findingsOf', () => {
  it('answers for any document, however contradictory', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const finding of findingsOf(resolve(document))) {
          expect(finding.message).toMatch(/^[A-Z].*[.]$/)
          expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
    )
  })
  it('does not depend on the order of resources', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(findingsOf(resolve(reversed(document)))).toEqual(findingsOf(resolve(document)))
      }),
    )
  })
  it('puts the worst first', () => {
    const severities = ['error', 'warn', 'info']
    fc.assert(
      fc.property(documents, (document) => {
        const ranks = findingsOf(resolve(document)).map((it) => severities.indexOf(it.severity))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
    )
  })
  it('tells every blackhole of the network, and no other (L11, L25)', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const network = resolve(document)
        const told = findingsOf(network)
          .filter((it) => it.id === 'L11' || it.id === 'L25')
          .flatMap(({ evidence: [first] }) =>
            first?.type === 'route' ? [`${first.routeTableId} ${first.destination}`] : [],
          )
        const known = network.tables.flatMap((table) =>
          [...table.routes, ...table.refused]
            .filter((it) => it.state === 'blackhole')
            .map((it) => `${table.id} ${it.destination}`),
        )
        expect(told.sort()).toEqual(known.sort())
      }),
    )
  })
})

describe('the repair of a finding', () => {
  it('mends it, and its inverse restores the document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const finding of findingsOf(resolve(document)))
          for (const repair of finding.repairs) {
            const after = repaired(document, repair)
            const remaining = findingsOf(resolve(after)).filter(
              (it) => places(it) === places(finding),
            )
            expect(remaining, `${repair.label}: ${finding.message}`).toEqual([])
            const [, , inverse] = produceWithPatches(document, (draft) => {
              applyPatches(
                draft,
                repair.patches.map((patch) => ({ ...patch, path: [...patch.path] })),
              )
            })
            expect(applyPatches(after, inverse)).toEqual(document)
          }
      }),
    )
  })
  it('survives being written down as JSON', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { repairs } of findingsOf(resolve(document)))
          for (const repair of repairs) expect(JSON.parse(JSON.stringify(repair))).toEqual(repair)
      }),
    )
  })
})
