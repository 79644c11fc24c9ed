import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  endpointService,
  interfaceEndpoint,
  listener,
  loadBalancer,
  mainTable,
  networkAcl,
  peering,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const endpoint = 'vpc-endpoint:e'

interface Given {
  readonly endpoint?: Record<string, unknown>
  readonly service?: Record<string, unknown>
  readonly balancer?: Record<string, unknown>
  readonly consumer?: Record<string, unknown>
  readonly provider?: Record<string, unknown>
  readonly consumerSubnet?: Record<string, unknown>
  readonly providerSubnet?: Record<string, unknown>
  readonly group?: Record<string, unknown>
  /** Who may call the endpoint, the load balancer and the target. */
  readonly admits?: readonly [string, string, string]
  readonly block?: string
  readonly others?: readonly unknown[]
}

/** A service of VPC b, behind a Network Load Balancer, with an endpoint in VPC a; both overlap. */
function design({ admits = ['10.0.0.0/16', '10.0.0.0/16', '10.0.9.0/24'], ...given }: Given = {}) {
  const b = given.block ?? '10.0.0.0/16'
  const inB = b.replace('.0.0/16', '')
  return documentOf(
    vpc('a', '10.0.0.0/16', given.consumer),
    mainTable('a', 'a'),
    subnet('a', 'a', '10.0.0.0/24'),
    subnet('ae', 'a', '10.0.1.0/24', given.consumerSubnet),
    workload('app', 'a'),
    securityGroup('e', 'a', [tcp(443, admits[0])], []),
    interfaceEndpoint('e', 'a', 's', 'ae', {
      securityGroupIds: ['security-group:e'],
      ...given.endpoint,
    }),
    vpc('b', b, given.provider),
    mainTable('b', 'b'),
    subnet('b', 'b', `${inB}.9.0/24`, given.providerSubnet),
    securityGroup('lb', 'b', [tcp(443, admits[1])], [all('0.0.0.0/0')]),
    loadBalancer('lb', 'b', 'b', {
      type: 'network',
      listeners: { 443: listener('TCP', 't') },
      securityGroupIds: ['security-group:lb'],
      ...given.balancer,
    }),
    targetGroup('t', 'b', ['workload:web'], { port: 8443, ...given.group }),
    securityGroup('web', 'b', [tcp(8443, admits[2])], [all('0.0.0.0/0')]),
    workload('web', 'b', { securityGroupIds: ['security-group:web'] }),
    endpointService('s', 'b', 'lb', given.service),
    ...(given.others ?? []),
  )
}

const elsewhere = { ownerId: '222222222222' }

describe('AWS PrivateLink', () => {
  it.each<[string, Given, string]>([
    ['EP-9 row 4: VPCs that overlap, without any route between them', {}, 'OK'],
    [
      'EP-9: VPCs that do not',
      { block: '10.5.0.0/16', admits: ['10.0.0.0/16', '10.0.0.0/16', '10.5.9.0/24'] },
      'OK',
    ],
    [
      'EP-9: targets see the load balancer, not the client',
      { admits: ['10.0.0.0/16', '10.0.0.0/16', '10.0.0.0/24'] },
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    [
      'LB-6: even where the target group preserves the client',
      { group: { preserveClientIp: true } },
      'OK',
    ],
    [
      'EP-6 row 6: the groups of the endpoint admit the client',
      { admits: ['10.0.7.0/24', '10.0.0.0/16', '10.0.9.0/24'] },
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    ['EP-8: pending acceptance', { endpoint: { state: 'pendingAcceptance' } }, 'NO(BAD_STATE)'],
    ['EP-8: rejected', { endpoint: { state: 'rejected' } }, 'NO(BAD_STATE)'],
    ['EP-8: the service is pending', { service: { state: 'Pending' } }, 'NO(BAD_STATE)'],
    ['EP-8: its own account needs no permission', { service: { allowedPrincipals: [] } }, 'OK'],
    [
      'EP-8: AWS would refuse an endpoint of an account that is not allowed',
      { service: { allowedPrincipals: [] }, consumer: elsewhere },
      'NOT-MODELLED',
    ],
    [
      'EP-8: an account that is allowed',
      {
        service: { allowedPrincipals: ['222222222222'] },
        consumer: elsewhere,
        consumerSubnet: { availabilityZoneId: 'euw1-az1' },
        providerSubnet: { availabilityZoneId: 'euw1-az1' },
      },
      'OK',
    ],
    [
      'EP-10: the service is not in the zone',
      { consumerSubnet: { availabilityZone: 'eu-west-1b' } },
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    ],
    [
      'EP-10: zone IDs count, not names: another zone by the same name',
      {
        consumer: elsewhere,
        consumerSubnet: { availabilityZoneId: 'euw1-az1' },
        providerSubnet: { availabilityZoneId: 'euw1-az2' },
      },
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    ],
    [
      'EP-10: zone IDs count, not names: the same zone by another name',
      {
        consumer: elsewhere,
        consumerSubnet: { availabilityZone: 'eu-west-1b', availabilityZoneId: 'euw1-az1' },
        providerSubnet: { availabilityZoneId: 'euw1-az1' },
      },
      'OK',
    ],
    [
      'VPC-24: without zone IDs it cannot be told across accounts',
      { consumer: elsewhere },
      'NOT-MODELLED',
    ],
    [
      'EP-11: the groups of the load balancer see the address of the client',
      { admits: ['10.0.0.0/16', '10.0.9.0/24', '10.0.9.0/24'] },
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    [
      'EP-11, CL-13: unless that is switched off',
      {
        admits: ['10.0.0.0/16', '10.0.9.0/24', '10.0.9.0/24'],
        balancer: { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false },
      },
      'OK',
    ],
    ['LB-8: a load balancer without groups', { balancer: { securityGroupIds: null } }, 'OK'],
    [
      'LB-10: the zone has a node, and the only target lies in another',
      {
        others: [
          subnet('b2', 'b', '10.0.8.0/24', { availabilityZone: 'eu-west-1b' }),
          workload('far', 'b2'),
        ],
        group: { targets: { 'target-1': { targetId: 'workload:far' } } },
      },
      'NO(ELB_INSTALLED_AZ_RESTRICTION)',
    ],
    [
      'EP-8: a service without a load balancer',
      { service: { loadBalancerIds: [] } },
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    ],
    [
      'EP-8: AWS takes no Application Load Balancer',
      { balancer: { type: 'application', listeners: {} } },
      'NOT-MODELLED',
    ],
    [
      'EP-8: access across Regions is not modelled',
      { provider: { region: 'eu-central-1' } },
      'NOT-MODELLED',
    ],
  ])('%s', (_, given, expected) => {
    expect(verdict(design(given), 'app', endpoint)).toBe(expected)
  })

  it.each([
    ['tcp/443', 'OK'],
    ['tcp/80', 'NO(ENI_SG_RULES_MISMATCH)'],
    ['icmp', 'NO(PROTOCOL_RESTRICTION)'],
  ])('EP-6: TCP and UDP alone: %s', (what, expected) => {
    const open = { endpoint: { securityGroupIds: ['security-group:e2'] } }
    const others = [securityGroup('e2', 'a', [all('10.0.0.0/16')], [])]
    const given = what === 'icmp' ? { ...open, others } : {}
    expect(verdict(design(given), 'app', endpoint, what)).toBe(expected)
  })

  it('WALK-12: endpoint, service, load balancer and target in their order, and back', () => {
    const { request, reply } = ask(design(), 'app', endpoint)
    const parts = (hops: typeof request.hops) =>
      hops
        .filter(({ term }) => !['security group', 'network ACL', 'route table'].includes(term))
        .map(({ component }) => component)
    expect(parts(request.hops)).toEqual([
      'workload:app',
      endpoint,
      'vpc-endpoint-service:s',
      'load-balancer:lb',
      'load-balancer:lb',
      'workload:web',
    ])
    expect(parts(reply?.hops ?? [])).toEqual([
      'workload:web',
      'load-balancer:lb',
      endpoint,
      'workload:app',
    ])
  })

  it('EP-8: the service as an end is met at the endpoint of the VPC that asks', () => {
    expect(verdict(design(), 'app', 'vpc-endpoint-service:s')).toBe('OK')
    const nobody = design({ endpoint: { serviceId: null } })
    expect(verdict(nobody, 'app', 'vpc-endpoint-service:s')).toBe('NO(NO_SOURCE_OR_DESTINATION)')
    expect(verdict(nobody, 'app', endpoint)).toBe('NOT-MODELLED')
  })

  it('EP-7 row 5: the provider cannot open a connection to its consumer', () => {
    expect(verdict(design(), 'web', 'app')).toBe('NO(VPCE_INTRA_VPC_TRAFFIC)')
    const apart = design({ block: '10.5.0.0/16' })
    expect(verdict(apart, 'web', 'app')).toBe('NO(VPCE_INTRA_VPC_TRAFFIC)')
    expect(verdict(apart, 'app', 'web')).toBe('NO(DISCONNECTED_VPCS)')
  })
  it('EP-7: nor can anybody through the endpoint itself', () => {
    expect(verdict(design(), endpoint, 'app')).toBe('NO(VPCE_INTRA_VPC_TRAFFIC)')
  })
  it('OVL-7: the target itself is not reached where the VPCs overlap', () => {
    expect(verdict(design(), 'app', 'web')).toBe('NO(CIDR_OVERLAP)')
  })

  it('EP-6, PEER-9: hosts of a peer use the endpoint as any interface', () => {
    const routes = (to: string) => ({ [to]: 'vpc-peering-connection:p' })
    const peered = (back: Record<string, string>) => [
      vpc('c', '10.7.0.0/16'),
      mainTable('c', 'c', routes('10.0.0.0/16')),
      subnet('c', 'c', '10.7.0.0/24'),
      workload('peer', 'c'),
      peering('p', 'a', 'c'),
      mainTable('a', 'a', back),
    ]
    const admits = ['10.0.0.0/8', '10.0.0.0/8', '10.0.9.0/24'] as const
    const way = design({ admits, others: peered(routes('10.7.0.0/16')) })
    expect(verdict(way, 'peer', endpoint)).toBe('OK')
    expect(verdict(design({ admits, others: peered({}) }), 'peer', endpoint)).toBe(
      'NO<-(NO_ROUTE_TO_DESTINATION)',
    )
  })

  it('EP-6: the network ACLs of its subnet count, those of the provider do not on the way in', () => {
    const acl = (of: string, from: string) => [
      networkAcl('n', of, { 100: aclAllow(from) }, { 100: aclAllow('0.0.0.0/0') }),
    ]
    const atConsumer = design({
      consumerSubnet: { networkAclId: 'network-acl:n' },
      others: acl('a', '10.9.0.0/16'),
    })
    expect(verdict(atConsumer, 'app', endpoint)).toBe('NO(SUBNET_ACL_RESTRICTION)')
    const atProvider = design({
      providerSubnet: { networkAclId: 'network-acl:n' },
      others: acl('b', '10.9.0.0/16'),
    })
    expect(verdict(atProvider, 'app', endpoint)).toBe('OK')
  })

  it('SG-7, EP-11: groups of clients are not known behind an endpoint', () => {
    const given = {
      balancer: { securityGroupIds: ['security-group:knows'] },
      others: [
        securityGroup('client', 'b', [], [all('0.0.0.0/0')]),
        securityGroup('knows', 'b', [all('security-group:client')], [all('0.0.0.0/0')]),
        workload('inside', 'b', { securityGroupIds: ['security-group:client'] }),
        securityGroup('open', 'b', [all('0.0.0.0/0')], []),
        interfaceEndpoint('e2', 'b', 's', 'b', { securityGroupIds: ['security-group:open'] }),
      ],
    }
    expect(verdict(design(given), 'inside', 'load-balancer:lb')).toBe('OK')
    expect(verdict(design(given), 'inside', 'vpc-endpoint:e2')).toBe(
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    )
  })
})
