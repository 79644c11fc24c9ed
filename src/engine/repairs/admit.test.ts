import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import {
  documentOf,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  vpc,
  workload,
} from '../../model/testing/build'
import type { Evidence } from '../answer'
import type { Code } from '../../kinds/codes'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { repairsFor } from './repairs-for'
import { apart, drop, failing, header, labels, offers, question } from './testing/failing'

const pcx = 'vpc-peering-connection:a-b'

const missing = (group: string, field: string): Evidence => ({
  type: 'missing',
  resourceId: `security-group:${group}`,
  field,
})

const inbound = (source = '10.0.0.4', code: Code = 'ENI_SG_RULES_MISMATCH') =>
  drop('workload:server', code, missing('server-sg', 'ingress'), header(source, '10.1.0.4'))

describe('admitting what a security group drops', () => {
  const joined = documentOf(
    Object.values(apart.resources),
    peering('a-b', 'a', 'b'),
    routeTable('a-rt', 'a', { '10.1.0.0/16': pcx }),
    routeTable('b-rt', 'b', { '10.0.0.0/16': pcx }),
  )

  it('admits the protocol and port from the subnets, or from the group', () => {
    const found = offers(joined, inbound())
    expect(found.map((it) => [it.label, it.preview])).toEqual([
      [
        'Let security group server-sg admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
        'Adds 2 inbound rules to security group server-sg.',
      ],
      [
        'Let security group server-sg admit tcp/8080 from security group client-sg',
        'Adds 1 inbound rule to security group server-sg.',
      ],
    ])
    const [byBlock, byGroup] = found.map((it) => designOf(repaired(joined, it)))
    expect(byBlock?.get('security-group:server-sg')?.ingress).toMatchObject({
      'rule-1': { ipProtocol: 'tcp', fromPort: 8080, toPort: 8080, cidrIpv4: '10.0.0.0/24' },
      'rule-2': { cidrIpv4: '10.0.1.0/24', referencedGroupId: null },
    })
    expect(byGroup?.get('security-group:server-sg')?.ingress).toMatchObject({
      'rule-1': { cidrIpv4: null, referencedGroupId: 'security-group:client-sg' },
    })
  })
  it('lets the source send, to the subnet or to the group', () => {
    const out = drop(
      'workload:client',
      'SG_HAS_NO_RULES',
      missing('client-sg', 'egress'),
      header('10.0.0.4', '10.1.0.4'),
    )
    expect(labels(joined, out)).toEqual([
      'Let security group client-sg send tcp/8080 to 10.1.0.0/24',
      'Let security group client-sg send tcp/8080 to security group server-sg',
    ])
  })
  it.each([
    ['another Region', [vpc('a', '10.0.0.0/16', { region: 'us-east-1' })]],
    ['a connection that is pending', [peering('a-b', 'a', 'b', { status: 'pending-acceptance' })]],
  ])('offers no group of %s (PEER-14)', (_, resources) => {
    const document = documentOf(Object.values(joined.resources), resources)
    const admit = labels(document, inbound()).filter((it) => it.startsWith('Let'))
    expect(admit).toEqual([
      'Let security group server-sg admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
    ])
  })
  it.each([
    ['a known Elastic IP address behind NAT', '203.0.113.7', ['203.0.113.7/32']],
    ['an address that AWS has yet to choose', '198.51.100.1', []],
  ])('admits %s: %j', (_, address, blocks) => {
    const gateway = natGateway('n', 'a1', { publicIp: '203.0.113.7' })
    const document = documentOf(Object.values(joined.resources), gateway)
    expect(labels(document, inbound(address))).toEqual(
      blocks.map((block) => `Let security group server-sg admit tcp/8080 from ${block}`),
    )
  })
  it('writes in the group that nobody else carries', () => {
    const document = documentOf(
      Object.values(joined.resources),
      securityGroup('own', 'b'),
      workload('server', 'b1', {
        securityGroupIds: ['security-group:server-sg', 'security-group:own'],
      }),
      workload('standby', 'b1', { securityGroupIds: ['security-group:server-sg'] }),
    )
    expect(labels(document, inbound())[0]).toContain('Let security group own admit')
  })
  it('admits the internet to a host that the internet asks for', () => {
    const document = documentOf(Object.values(joined.resources), {
      id: 'internet:i',
      kind: 'internet',
      name: 'Internet',
    })
    const asked = {
      ...question,
      source: { type: 'resource', id: 'internet:i' },
      port: 443,
    } as const
    const found = repairsFor(resolve(document), failing([inbound('192.0.2.1')], asked))
    expect(found.map((it) => it.label)).toEqual([
      'Let security group server-sg admit tcp/443 from 0.0.0.0/0',
    ])
  })
  it('names TCP where the question gives its number, since a rule for TCP needs ports', () => {
    const [repair] = repairsFor(resolve(joined), failing([inbound()], { ...question, protocol: 6 }))
    expect(repair?.label).toContain('admit tcp/8080 from')
  })
})
