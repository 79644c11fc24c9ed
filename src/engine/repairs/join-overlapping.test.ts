import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import type { Document } from '../../model/document'
import {
  all,
  documentOf as documentOfList,
  mainTable,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { findingsOf } from '../findings/findings'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { verdict } from '../testing/ask'

const documentOf = (...inputs: readonly unknown[]) =>
  documentOfList((inputs as readonly unknown[][]).flat(Infinity))
const groups = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })

const side = (letter: 'a' | 'b', more: object = {}) => [
  vpc(letter, '10.0.0.0/16', { ...more }),
  mainTable(letter, letter),
  subnet(letter, letter, '10.0.0.0/24'),
  securityGroup(letter, letter, [tcp(443, '10.0.0.0/8')]),
  workload(letter, letter, groups(letter)),
]
const refused = peering('p', 'a', 'b', { status: 'failed' })
const design = [side('a'), side('b'), refused]

function offered(document: Document) {
  return findingsOf(resolve(document))
    .filter(({ id }) => id === 'L05')
    .flatMap(({ repairs }) => repairs.filter((it) => it.id.startsWith('join-overlapping')))
}
function joined(document: Document): Document {
  const [repair] = offered(document)
  return repair ? repaired(document, repair) : expect.fail('nothing is offered')
}

describe('OVL-2 as a way out of L05', () => {
  it.each([
    ['both sides have a host', design, 1],
    ['nobody calls', [design, workload('a', 'b', groups('b'))], 0],
    ['nobody answers', [design, workload('b', 'a', groups('a'))], 0],
    ['who answers has no group that could admit callers', [design, workload('b', 'b')], 0],
    [
      'the VPCs lie in different Regions',
      [side('a'), side('b', { region: 'us-east-1' }), refused],
      0,
    ],
    ['the VPC of the callers shows no route table', [design, routeTable('a', 'a')], 0],
  ])('%s', (_, resources, count) => {
    expect(offered(documentOf(resources))).toHaveLength(count)
  })
  it('says what it adds, and can be saved and read again', () => {
    const after = joined(documentOf(design))
    const read = parseDocument(printDocument(after))
    expect(read.ok).toBe(true)
    expect(verdict(after, 'a', 'load-balancer:b-for-a')).toBe('OK')
  })
  it('takes blocks that neither VPC, nor a route, nor another VPC has', () => {
    const taken = [
      vpc('c', '10.3.0.0/16', { secondaryCidrBlocks: ['100.64.1.0/24'] }),
      mainTable('c', 'c', { '100.64.2.0/24': null }),
    ]
    const after = joined(documentOf(design, taken))
    expect(after.resources['vpc:a']).toMatchObject({ secondaryCidrBlocks: ['100.64.3.0/24'] })
    expect(after.resources['vpc:b']).toMatchObject({ secondaryCidrBlocks: ['100.64.4.0/24'] })
  })
  it('serves every table of subnets with callers, and every port of those who answer', () => {
    const after = joined(
      documentOf(
        design,
        subnet('a2', 'a', '10.0.2.0/24', { routeTableId: 'route-table:a2' }),
        routeTable('a2', 'a'),
        workload('caller', 'a2'),
        securityGroup('web', 'b', [tcp(8080, '10.0.0.0/8')]),
        workload('web', 'b', groups('web')),
      ),
    )
    expect(verdict(after, 'caller', 'load-balancer:b-for-a', 'tcp/8080')).toBe('OK')
    expect(verdict(after, 'a', 'load-balancer:b-for-a', 'tcp/443')).toBe('OK')
    expect(verdict(after, 'a', 'load-balancer:b-for-a', 'tcp/80')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it.each([
    [443, 'application'],
    [8080, 'application'],
    [5432, 'network'],
  ])('what listens on port %i gets a load balancer of type %s', (port, type) => {
    const after = joined(documentOf(design, securityGroup('b', 'b', [tcp(port, '10.0.0.0/8')])))
    expect(after.resources['load-balancer:b-for-a']).toMatchObject({ type })
    expect(verdict(after, 'a', 'load-balancer:b-for-a', `tcp/${port}`)).toBe('OK')
  })
  it('shares the transit gateway with the other account', () => {
    const after = joined(documentOf(side('a'), side('b', { ownerId: '222222222222' }), refused))
    expect(after.resources['transit-gateway:a-b']).toMatchObject({ sharedWith: ['222222222222'] })
    expect(verdict(after, 'a', 'load-balancer:b-for-a')).toBe('OK')
  })
  it('takes the refused link away with the routes that name it', () => {
    const document = documentOf(
      design,
      mainTable('a', 'a', { '10.9.0.0/16': 'vpc-peering-connection:p' }),
    )
    const after = joined(document)
    expect(after.resources['vpc-peering-connection:p']).toBeUndefined()
    expect(after.resources['route-table:a']).toMatchObject({
      routes: { '100.64.2.0/24': { target: 'nat-gateway:a-private' } },
    })
    expect(findingsOf(resolve(after)).filter(({ id }) => id === 'L11')).toEqual([])
  })
  it('can be done for a second pair beside the first', () => {
    const both = documentOf(design, [
      vpc('c', '10.0.0.0/16'),
      mainTable('c', 'c'),
      subnet('c', 'c', '10.0.0.0/24'),
      securityGroup('c', 'c', [all('10.0.0.0/8')]),
      workload('c', 'c', groups('c')),
      peering('q', 'a', 'c', { status: 'failed' }),
    ])
    const after = joined(joined(both))
    expect(offered(after)).toEqual([])
    expect(verdict(after, 'a', 'load-balancer:b-for-a')).toBe('OK')
    expect(verdict(after, 'a', 'load-balancer:c-for-a', 'tcp/80')).toBe('OK')
  })
})
