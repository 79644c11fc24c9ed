import { describe, expect, it } from 'vitest'
import {
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
} from '../model/testing/build'
import { resolve } from './network'

const facesOf = (...parts: readonly unknown[]) =>
  resolve(documentOf(...parts)).interfaces.map((face) => [face.ownerId, face.privateIp])

describe('private addresses', () => {
  const net = [vpc('v', '10.0.0.0/16'), subnet('s', 'v', '10.0.1.0/28')]
  it('start past the four that AWS keeps, NAT gateways and workloads by id', () => {
    const parts = [workload('b', 's'), workload('a', 's'), natGateway('z', 's')]
    const expected = [
      ['nat-gateway:z', '10.0.1.4'],
      ['workload:a', '10.0.1.5'],
      ['workload:b', '10.0.1.6'],
    ]
    expect(facesOf(net, parts)).toEqual(expected)
    expect(facesOf(parts.toReversed(), net)).toEqual(expected)
  })
  it('skip those given, wherever in the document they are given', () => {
    const given = workload('z', 's', {}, { privateIpAddress: '10.0.1.4' })
    expect(facesOf(net, workload('a', 's'), given)).toEqual([
      ['workload:a', '10.0.1.5'],
      ['workload:z', '10.0.1.4'],
    ])
  })
  it('run out: a /28 has eleven', () => {
    const hosts = 'abcdefghijkl'.split('').map((name) => workload(name, 's'))
    const network = resolve(documentOf(net, hosts))
    expect(network.interfaces).toHaveLength(11)
    expect(network.faultsOf('workload:l')[0]).toContain('no address left')
  })
  it.each([
    ['10.0.1.3', 'AWS keeps'],
    ['10.0.1.15', 'AWS keeps'],
    ['10.0.2.5', 'lies outside subnet'],
    ['10.0.1.4', null],
    ['10.0.1.14', null],
  ])('%s given: %s', (privateIpAddress, fault) => {
    const [face] = resolve(documentOf(net, workload('a', 's', {}, { privateIpAddress }))).interfaces
    if (fault) expect(face?.fault).toContain(fault)
    else expect(face?.fault).toBeNull()
  })
  it('given twice is a fault of the second', () => {
    const twice = ['a', 'b'].map((name) =>
      workload(name, 's', {}, { privateIpAddress: '10.0.1.9' }),
    )
    const faults = resolve(documentOf(net, twice)).interfaces.map((face) => face.fault)
    expect(faults[0]).toBeNull()
    expect(faults[1]).toContain('more than one interface')
  })
})

const publicHost = (name: string, publicIp: string | null) =>
  workload(name, 's', {}, { publicAddress: 'elastic-ip', publicIp })

describe('public addresses', () => {
  const net = [vpc('v', '10.0.0.0/16'), subnet('s', 'v', '10.0.1.0/24')]
  it('stand in from documentation ranges, past those given and those a rule names', () => {
    const rule = securityGroup('g', 'v', [tcp(22, '198.51.100.2/31')])
    const network = resolve(
      documentOf(net, rule, publicHost('a', null), publicHost('z', '198.51.100.1')),
    )
    expect(network.interfaces.map((face) => face.publicIp)).toEqual([
      '198.51.100.4',
      '198.51.100.1',
    ])
    expect(network.interfaceByPublicIp(network.interfaces[0]!.publicIp!)?.ownerId).toBe(
      'workload:a',
    )
  })
  it('are there for any number of hosts, even when rules name every range', () => {
    const named = ['198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15'].map((it) => tcp(22, it))
    const network = resolve(documentOf(net, securityGroup('g', 'v', named), publicHost('a', null)))
    expect(network.interfaces[0]?.publicIp).toBe('198.20.0.0')
  })
})

describe('route tables', () => {
  it('have a local route per block, and the longest prefix first', () => {
    const network = resolve(
      documentOf(
        vpc('v', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/20'] }),
        mainTable('m', 'v', { '0.0.0.0/0': null, '10.9.0.0/24': null }),
        subnet('s', 'v', '10.0.1.0/24'),
      ),
    )
    expect(
      network.tableOf('subnet:s')?.routes.map((it) => [it.destination, it.origin, it.state]),
    ).toEqual([
      ['10.9.0.0/24', 'static', 'blackhole'],
      ['100.64.0.0/20', 'local', 'active'],
      ['10.0.0.0/16', 'local', 'active'],
      ['0.0.0.0/0', 'static', 'blackhole'],
    ])
  })
  it('refuse what AWS refuses inside a block', () => {
    const network = resolve(
      documentOf(
        vpc('v', '10.0.0.0/16'),
        mainTable('m', 'v', {
          '10.0.1.0/24': 'nat-gateway:n',
          '10.0.1.0/25': 'nat-gateway:n',
          '10.0.2.0/24': 'internet-gateway:i',
        }),
        subnet('s', 'v', '10.0.1.0/24'),
        subnet('t', 'v', '10.0.2.0/24'),
        natGateway('n', 't'),
        internetGateway('i', 'v'),
      ),
    )
    const [table] = network.tables
    expect(table?.refused.map((it) => it.destination)).toEqual(['10.0.1.0/25', '10.0.2.0/24'])
    expect(table?.routes.map((it) => it.destination)).toEqual(['10.0.1.0/24', '10.0.0.0/16'])
  })
  it('a VPC without a main table has an implicit one', () => {
    const network = resolve(
      documentOf(
        vpc('v', '10.0.0.0/16'),
        routeTable('own', 'v'),
        subnet('s', 'v', '10.0.1.0/24', { routeTableId: 'route-table:own' }),
        subnet('t', 'v', '10.0.2.0/24'),
      ),
    )
    expect(network.tableOf('subnet:s')?.id).toBe('route-table:own')
    expect(network.tableOf('subnet:t')).toMatchObject({ id: null, name: 'main route table of v' })
  })
})

describe('PEER-4: the status of a peering connection', () => {
  it.each([
    ['10.1.0.0/16', 'active'],
    ['10.0.128.0/17', 'failed'],
  ])('of 10.0.0.0/16 with %s: %s', (block, status) => {
    const network = resolve(
      documentOf(vpc('a', '10.0.0.0/16'), vpc('b', block), peering('p', 'a', 'b')),
    )
    expect(network.peeringStatusOf('vpc-peering-connection:p')).toBe(status)
  })
  it('with itself is refused', () => {
    const network = resolve(documentOf(vpc('a', '10.0.0.0/16'), peering('p', 'a', 'a')))
    expect(network.peeringStatusOf('vpc-peering-connection:p')).toBe('failed')
  })
})

it('is built once for a document', () => {
  const document = documentOf(vpc('a', '10.0.0.0/16'))
  expect(resolve(document)).toBe(resolve(document))
})
