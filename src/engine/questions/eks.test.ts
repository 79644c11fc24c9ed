import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  eksCluster,
  eksPods,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  aclAllow,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const wearing = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})

interface Cluster {
  readonly cluster?: Readonly<Record<string, unknown>>
  readonly pods?: Readonly<Record<string, unknown>>
  readonly podGroups?: readonly string[]
  /** What VPC B's table knows of the way back. */
  readonly back?: Readonly<Record<string, string>>
  readonly server?: readonly unknown[]
}

/**
 * Cluster VPC A 10.0.0.0/16 with pods in 100.64.0.0/16 by custom networking, peered with B
 * 10.9.0.0/16, where a server listens.
 */
const design = ({ cluster = {}, pods = {}, podGroups = [], back, server }: Cluster = {}) =>
  documentOf(
    vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
    mainTable('a', 'a', {
      '10.9.0.0/16': 'vpc-peering-connection:ab',
      '0.0.0.0/0': 'nat-gateway:n',
    }),
    subnet('nodes', 'a', '10.0.1.0/24'),
    subnet('pods', 'a', '100.64.1.0/24'),
    subnet('public', 'a', '10.0.9.0/24', { routeTableId: 'route-table:public' }),
    routeTable('public', 'a', { '0.0.0.0/0': 'internet-gateway:a' }),
    internetGateway('a', 'a'),
    natGateway('n', 'public'),
    vpc('b', '10.9.0.0/16'),
    mainTable('b', 'b', back ?? { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('b', 'b', '10.9.0.0/24'),
    peering('ab', 'a', 'b'),
    securityGroup('node', 'a', [all('security-group:node')]),
    securityGroup('pod', 'a', [tcp(443, '10.0.0.0/16')]),
    securityGroup('server', 'b', server ?? [tcp(443, 'security-group:node')]),
    workload(
      'node',
      'nodes',
      { workloadType: 'eks-node-group', ...wearing('node') },
      { privateIpAddress: '10.0.1.10' },
    ),
    workload('server', 'b', wearing('server'), { privateIpAddress: '10.9.0.5' }),
    workload('neighbour', 'nodes', wearing('node')),
    eksCluster('c', 'a', ['nodes', 'public'], {
      ...wearing('node'),
      eniConfigs: {
        'eu-west-1a': {
          subnetId: 'subnet:pods',
          securityGroupIds: podGroups.map((name) => `security-group:${name}`),
        },
      },
      ...cluster,
    }),
    eksPods('pods', 'c', 'node', pods),
    { id: 'internet:i', kind: 'internet', name: 'Internet' },
  )

const pods = 'eks-pods:pods'
const sourceSeen = (document: ReturnType<typeof design>, to: string) =>
  ask(document, pods, to).request.hops.at(-1)?.before.source

describe('pods of an EKS cluster', () => {
  it('LB row 6, LB-15: to a peer VPC they are seen as their node, and its group counts', () => {
    expect(verdict(design(), pods, 'server')).toBe('OK')
    expect(sourceSeen(design(), 'server')).toBe('10.0.1.10')
  })
  it('LB-15: inside the VPC they keep their address', () => {
    const document = design({ podGroups: ['pod'] })
    expect(verdict(document, 'neighbour', pods)).toBe('OK')
    expect(verdict(document, pods, 'neighbour')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(sourceSeen(design(), 'neighbour')).toBe('100.64.1.4')
  })
  it('LB-15: to the internet by NAT gateway they are seen as their node first', () => {
    const answer = ask(design(), pods, 'internet:i')
    expect(answer.verdict).toBe('reachable')
    const terms = answer.request.hops
      .filter(({ decision }) => decision === 'translates')
      .map(({ term }) => term)
    expect(terms).toEqual(['Amazon VPC CNI', 'NAT gateway', 'internet gateway'])
  })
  it('LB-15: an excluded destination sees the pod itself', () => {
    const document = design({
      cluster: { excludeSnatCidrs: ['10.9.0.0/16'] },
      server: [tcp(443, '100.64.0.0/16')],
      back: {
        '10.0.0.0/16': 'vpc-peering-connection:ab',
        '100.64.0.0/16': 'vpc-peering-connection:ab',
      },
    })
    expect(verdict(document, pods, 'server')).toBe('OK')
    expect(sourceSeen(document, 'server')).toBe('100.64.1.4')
  })
  it('LB-16: external SNAT with a pod block that the peer has no route to loses the reply', () => {
    const open = { cluster: { externalSnat: true }, server: [tcp(443, '100.64.0.0/16')] }
    expect(verdict(design(open), pods, 'server')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
    const back = {
      '10.0.0.0/16': 'vpc-peering-connection:ab',
      '100.64.0.0/16': 'vpc-peering-connection:ab',
    }
    expect(verdict(design({ ...open, back }), pods, 'server')).toBe('OK')
  })
  it('LB-14: with custom networking pods lie in the subnet and groups of the ENIConfig', () => {
    const document = design({ podGroups: ['pod'] })
    expect(verdict(document, 'neighbour', pods, 'tcp/443')).toBe('OK')
    expect(verdict(document, 'neighbour', pods, 'tcp/80')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('LB-14: an ENIConfig without groups uses those of the node', () => {
    expect(verdict(design(), 'neighbour', pods, 'tcp/80')).toBe('OK')
  })
  it('LB-13: without custom networking they take addresses of the subnet of their node', () => {
    const document = design({ cluster: { eniConfigs: {} } })
    expect(sourceSeen(document, 'neighbour')).toMatch(/^10\.0\.1\./)
  })
  it('LB-17: on the host network they are their nodes, and never translated', () => {
    const document = design({ pods: { hostNetwork: true } })
    const answer = ask(document, pods, 'server')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.some(({ decision }) => decision === 'translates')).toBe(false)
  })
  it('LB-17: a destination in the service CIDR never leaves the cluster', () => {
    const overlapping = design({ cluster: { serviceIpv4Cidr: '10.9.0.0/16' } })
    expect(verdict(overlapping, pods, 'server')).toBe('NO(CIDR_OVERLAP)')
    const apart = design({ cluster: { serviceIpv4Cidr: '172.20.0.0/16' } })
    expect(verdict(apart, pods, 'server')).toBe('OK')
  })
  it('LB-15: whether pods answer a caller outside the VPC is not told while SNAT is on', () => {
    const document = documentOf(
      ...Object.values(
        design({
          podGroups: [],
          back: {
            '10.0.0.0/16': 'vpc-peering-connection:ab',
            '100.64.0.0/16': 'vpc-peering-connection:ab',
          },
        }).resources,
      ),
      securityGroup('node', 'a', [all('10.9.0.0/16')]),
    )
    expect(verdict(document, 'server', pods)).toBe('NOT-MODELLED')
  })
  it('LB-13: the control plane reaches its nodes', () => {
    expect(verdict(design(), 'eks-cluster:c', 'node')).toBe('OK')
  })
  it('ACL-1: the network ACL of the subnet of the pods filters, not that of the node', () => {
    const document = documentOf(
      ...Object.values(design().resources),
      subnet('pods', 'a', '100.64.1.0/24', { networkAclId: 'network-acl:pods' }),
      networkAcl('pods', 'a', { 100: aclAllow('10.0.1.0/24') }, { 100: aclAllow('10.0.1.0/24') }),
    )
    expect(verdict(document, 'neighbour', pods)).toBe('OK')
    expect(verdict(document, pods, 'server')).toBe('OK')
  })
})

it('LB-13: pods do not run on nodes that are stopped, or that AWS would refuse', () => {
  const nodes = (more: Readonly<Record<string, unknown>>, privateIpAddress = '10.0.1.10') => {
    const document = design()
    const node = workload(
      'node',
      'nodes',
      { workloadType: 'eks-node-group', ...wearing('node'), ...more },
      { privateIpAddress },
    )
    const read = documentOf(node).resources
    return { ...document, resources: { ...document.resources, ...read } }
  }
  for (const [from, to] of [
    [pods, 'server'],
    [pods, 'neighbour'],
    ['neighbour', pods],
  ] as const) {
    expect(verdict(nodes({ state: 'stopped' }), from, to)).toBe('NO(BAD_STATE)')
    expect(verdict(nodes({}, '10.0.1.1'), from, to)).toBe('NOT-MODELLED')
    expect(verdict(nodes({}), from, to)).toBe('OK')
  }
})
