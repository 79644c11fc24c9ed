import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf as documentOfList,
  listener,
  loadBalancer,
  mainTable,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const documentOf = (...inputs: readonly unknown[]) =>
  documentOfList((inputs as readonly unknown[][]).flat(Infinity))
const groups = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })

const clientBlock = '10.0.1.0/24'
const nodesBlock = '10.0.2.0/24'
const targetBlock = '10.0.3.0/24'

/** Client, nodes and target in subnets of their own, and a firewall that tables may name. */
const design = (tables: Readonly<Record<'client' | 'nodes' | 'target', readonly string[]>>) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('main', 'v'),
    Object.entries({ client: clientBlock, nodes: nodesBlock, target: targetBlock }).map(
      ([name, block]) => [
        subnet(name, 'v', block, { routeTableId: `route-table:${name}` }),
        routeTable(
          name,
          'v',
          Object.fromEntries(
            tables[name as keyof typeof tables].map((it) => [it, 'workload:firewall']),
          ),
        ),
      ],
    ),
    subnet('inspection', 'v', '10.0.9.0/24'),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload(
      'firewall',
      'inspection',
      { ...groups('open'), workloadType: 'appliance', forwarding: 'forward', stateful: true },
      { sourceDestCheck: false },
    ),
    workload('client', 'client', groups('open')),
    workload('server', 'target', groups('server')),
    securityGroup('server', 'v', [tcp(8080, '0.0.0.0/0')]),
    loadBalancer('lb', 'v', 'nodes', {
      ...groups('open'),
      listeners: { 443: listener('HTTPS', 'tg') },
    }),
    targetGroup('tg', 'v', ['workload:server'], { protocol: 'HTTP', port: 8080 }),
  )

describe('WALK-11, CL-7: a firewall sees the two connections of a load balancer apart', () => {
  const front = { client: [nodesBlock], nodes: [clientBlock], target: [] }
  const back = { client: [], nodes: [targetBlock], target: [nodesBlock] }
  const both = {
    client: [nodesBlock],
    nodes: [clientBlock, targetBlock],
    target: [nodesBlock],
  }
  it.each([
    ['before it, both ways', front, 'OK'],
    ['behind it, both ways', back, 'OK'],
    ['before and behind it, both ways', both, 'OK'],
    ['before it, there only', { ...front, nodes: [] }, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    ['before it, back only', { ...front, client: [] }, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    ['behind it, there only', { ...back, target: [] }, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    ['behind it, back only', { ...back, nodes: [] }, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    [
      'before it both ways, behind it there only',
      { ...both, target: [] },
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
  ])('%s', (_, tables, expected) => {
    expect(verdict(design(tables), 'client', 'load-balancer:lb')).toBe(expected)
  })
  it('is passed four times where it stands before and behind', () => {
    const { request, reply } = ask(design(both), 'client', 'load-balancer:lb')
    const hops = [...request.hops, ...(reply?.hops ?? [])]
    const passes = hops.filter(({ name, decision }) => name === 'firewall' && decision === 'passes')
    expect(passes).toHaveLength(4)
  })
})
