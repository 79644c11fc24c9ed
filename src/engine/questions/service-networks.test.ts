import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  latticeAssociation,
  mainTable,
  networkAcl,
  peering,
  securityGroup,
  serviceNetwork,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const network = 'service-network:n'
const lattice = '169.254.171.0/24'

interface Given {
  readonly network?: Record<string, unknown>
  readonly association?: Record<string, unknown> | null
  readonly egress?: string
  readonly target?: string
  readonly clientSubnet?: Record<string, unknown>
  readonly targetSubnet?: Record<string, unknown>
  readonly others?: readonly unknown[]
}

/** A client in VPC a and a target in VPC b, which overlap, and a service network for them. */
function design(given: Given = {}) {
  return documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('a', 'a'),
    subnet('a', 'a', '10.0.0.0/24', given.clientSubnet),
    securityGroup('app', 'a', [], [all(given.egress ?? '0.0.0.0/0')]),
    workload('app', 'a', { securityGroupIds: ['security-group:app'] }),
    vpc('b', '10.0.0.0/16'),
    mainTable('b', 'b'),
    subnet('b', 'b', '10.0.0.0/24', given.targetSubnet),
    securityGroup('web', 'b', [tcp(443, given.target ?? lattice)], []),
    workload('web', 'b', { securityGroupIds: ['security-group:web'] }),
    serviceNetwork('n', { 443: 'web' }, given.network),
    ...(given.association === null ? [] : [latticeAssociation('v', 'a', 'n', given.association)]),
    ...(given.others ?? []),
  )
}

describe('VPC Lattice', () => {
  it.each<[string, Given, string]>([
    ['overlapping VPCs without any route between them', {}, 'OK'],
    ['a VPC that is not associated', { association: null }, 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['an association that failed', { association: { status: 'CREATE_FAILED' } }, 'NO(BAD_STATE)'],
    ['groups of the client count', { egress: '10.0.0.0/8' }, 'NO(ENI_SG_RULES_MISMATCH)'],
    ['groups of the client may name its prefix list', { egress: lattice }, 'OK'],
    [
      'targets are asked from addresses of VPC Lattice, not from those of clients',
      { target: '10.0.0.0/16' },
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    [
      'groups of the association say which clients may use it',
      {
        association: { securityGroupIds: ['security-group:by'] },
        others: [securityGroup('by', 'a', [tcp(443, 'security-group:app')], [])],
      },
      'OK',
    ],
    [
      'and keep the others out',
      {
        association: { securityGroupIds: ['security-group:by'] },
        others: [securityGroup('by', 'a', [tcp(443, '10.0.7.0/24')], [])],
      },
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    ['an auth policy is not modelled', { network: { authType: 'AWS_IAM' } }, 'NOT-MODELLED'],
    ['a service network of another Region', { network: { region: 'us-east-1' } }, 'NOT-MODELLED'],
    [
      'a target in another Region',
      { others: [vpc('b', '10.0.0.0/16', { region: 'us-east-1' })] },
      'NOT-MODELLED',
    ],
    [
      'a function is invoked, not called',
      {
        others: [
          workload('web', 'b', {
            workloadType: 'lambda-function',
            securityGroupIds: ['security-group:web'],
          }),
        ],
      },
      'NOT-MODELLED',
    ],
    [
      'a service without a target',
      { network: { services: { s: { serviceName: 's' } } } },
      'NO(ELBV2_LISTENER_HAS_NO_TG)',
    ],
    [
      'network ACLs at the target have to let its addresses in',
      {
        targetSubnet: { networkAclId: 'network-acl:n' },
        others: [networkAcl('n', 'b', { 1: aclAllow('10.0.0.0/8') }, { 1: aclAllow('0.0.0.0/0') })],
      },
      'NO(SUBNET_ACL_RESTRICTION)',
    ],
    [
      'network ACLs at the client have to let its answers in',
      {
        clientSubnet: { networkAclId: 'network-acl:n' },
        others: [networkAcl('n', 'a', { 1: aclAllow('10.0.0.0/8') }, { 1: aclAllow('0.0.0.0/0') })],
      },
      'NO<-(SUBNET_ACL_RESTRICTION)',
    ],
  ])('EP-14: %s', (_, given, expected) => {
    expect(verdict(design(given), 'app', network)).toBe(expected)
  })

  it.each([
    ['tcp/80', 'NO(ELBV2_LISTENERS_MISMATCH)'],
    ['udp/443', 'NO(ELBV2_LISTENERS_MISMATCH)'],
  ])('EP-14: no service listens on %s', (what, expected) => {
    expect(verdict(design(), 'app', network, what)).toBe(expected)
  })
  it('EP-14: it answers clients by IPv6 too, which is not modelled', () => {
    const six = [
      vpc('a', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
      subnet('six', 'a', null, { ipv6CidrBlock: '2600:1f00:0:1::/64' }),
      workload('only-six', 'six'),
    ]
    expect(verdict(design({ others: six }), 'only-six', network)).toBe('NOT-MODELLED')
    expect(verdict(design({ others: six }), 'app', network)).toBe('OK')
  })
  it('EP-14: connections are opened by clients alone', () => {
    expect(verdict(design(), network, 'app')).toBe('NOT-MODELLED')
    expect(verdict(design(), 'web', 'app')).not.toBe('OK')
  })
  it('EP-14: hosts of a peer are no clients of the VPC', () => {
    const others = [
      vpc('c', '10.7.0.0/16'),
      mainTable('c', 'c', { '169.254.0.0/16': 'vpc-peering-connection:p' }),
      subnet('c', 'c', '10.7.0.0/24'),
      workload('peer', 'c'),
      peering('p', 'a', 'c'),
    ]
    expect(verdict(design({ others }), 'peer', network)).toBe('NO(EDGE_TO_EDGE)')
  })
  it('EP-14: the reply takes no other way, though no association stands on it', () => {
    const { reply, details } = ask(design(), 'app', network)
    expect(reply?.delivered).toBe(true)
    expect(details).not.toContain('ASYMMETRIC_PATH')
  })
  it('EP-14: association, service network and target in their order, and back', () => {
    const { request, reply } = ask(design(), 'app', network)
    const parts = (hops: typeof request.hops) =>
      hops
        .filter(({ term }) => !['security group', 'network ACL', 'route table'].includes(term))
        .map(({ component }) => component)
    expect(parts(request.hops)).toEqual([
      'workload:app',
      'service-network-vpc-association:v',
      network,
      'workload:web',
    ])
    expect(parts(reply?.hops ?? [])).toEqual(['workload:web', network, 'workload:app'])
    expect(reply?.hops.at(-1)?.after).toMatchObject({ destination: '10.0.0.4' })
  })
})
