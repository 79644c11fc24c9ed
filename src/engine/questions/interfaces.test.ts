import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  aclDeny,
  all,
  documentOf,
  elasticIp,
  internetGateway,
  mainTable,
  networkAcl,
  networkInterface,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { hostArrive, hostSend } from '../../kinds/host'
import { resolve } from '../network'
import { ask, told, verdict } from '../testing/ask'
import type { Ip } from '../../net/ip'
import type { Packet } from '../../kinds/forward'

const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const open = { securityGroupIds: ['security-group:open'] }
const groups = { groupIds: ['security-group:open'] }

const design = (...more: readonly unknown[]) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16'),
    internetGateway('g', 'v'),
    mainTable('main', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    subnet('s', 'v', '10.0.1.0/24'),
    subnet('t', 'v', '10.0.2.0/24'),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    securityGroup('shut', 'v', []),
    workload('host', 's', open, {
      privateIpAddress: '10.0.1.10',
      secondaryPrivateIpAddresses: ['10.0.1.11'],
    }),
    workload('peer', 't', open),
    ...more,
  )
const out = (document: ReturnType<typeof design>, from: string) =>
  ask(document, from, 'internet:i').request.hops.at(-1)?.after.source

describe('secondary private addresses', () => {
  it('are reached like the primary one', () => {
    expect(verdict(design(), 'peer', '10.0.1.11')).toBe('OK')
    expect(verdict(design(), 'peer', '10.0.1.12')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('may be sent from', () => {
    expect(ask(design(), '10.0.1.11', 'peer').request.hops[0]?.before.source).toBe('10.0.1.11')
  })
})

describe('NET-24: Elastic IP addresses as resources of their own', () => {
  const known = (more: object = {}) =>
    elasticIp('e', 'workload:host', { publicIp: '198.51.100.7', ...more })
  it('stands for the primary address', () => {
    expect(out(design(known()), 'host')).toBe('198.51.100.7')
    expect(verdict(design(known()), 'internet:i', '198.51.100.7')).toBe('OK')
  })
  it('stands for the very address it names, and for no other (NET-2)', () => {
    const document = design(known({ privateIpAddress: '10.0.1.11' }))
    expect(out(document, '10.0.1.11')).toBe('198.51.100.7')
    expect(verdict(document, '10.0.1.10', 'internet:i')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
    const hop = ask(document, 'internet:i', '198.51.100.7').request.hops.at(-1)
    expect(hop?.after.destination).toBe('10.0.1.11')
  })
  it('of one that is associated with nothing nobody answers, wherever the packet comes from (CL-5)', () => {
    const document = design([known(), elasticIp('idle', null, { publicIp: '198.51.100.9' })])
    expect(verdict(document, 'host', '198.51.100.9')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(document, 'internet:i', '198.51.100.9')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(document, 'host', '198.51.100.10')).toBe('OK')
  })
  it('each private address may have one', () => {
    const two = [
      known(),
      elasticIp('f', 'workload:host', { publicIp: '198.51.100.8', privateIpAddress: '10.0.1.11' }),
    ]
    expect([out(design(two), '10.0.1.10'), out(design(two), '10.0.1.11')]).toEqual([
      '198.51.100.7',
      '198.51.100.8',
    ])
  })
  it('one that AWS has yet to choose does as well', () => {
    expect(verdict(design(elasticIp('e', 'workload:host')), 'host', 'internet:i')).toBe('OK')
  })
  it('of an interface', () => {
    const eni = networkInterface('eni', 't', { instanceId: 'workload:host', ...groups })
    const document = design(
      eni,
      elasticIp('e', 'network-interface:eni', { publicIp: '198.51.100.9' }),
    )
    expect(out(document, 'network-interface:eni')).toBe('198.51.100.9')
  })
  it('of nobody helps nobody', () => {
    expect(verdict(design(elasticIp('e')), 'host', 'internet:i')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
  })
})

describe('several interfaces of an instance', () => {
  const second = (more: object = {}) =>
    networkInterface('eni', 't', { instanceId: 'workload:host', ...groups, ...more })
  it('each is a branch, with groups of its own', () => {
    const answer = ask(design(second({ groupIds: ['security-group:shut'] })), 'peer', 'host')
    expect(answer.branches.map((it) => it.verdict).sort()).toEqual(['not-reachable', 'reachable'])
    expect(answer.details).toContain('PARTIAL')
  })
  it('one of them may be asked about', () => {
    expect(verdict(design(second()), 'peer', 'network-interface:eni')).toBe('OK')
    expect(verdict(design(second()), 'network-interface:eni', 'peer')).toBe('OK')
  })
  it('of a stopped instance none answers', () => {
    const stopped = workload('host', 's', { ...open, state: 'stopped' })
    expect(verdict(design(stopped, second()), 'peer', 'network-interface:eni')).toBe(
      'NO(BAD_STATE)',
    )
  })
  it('one attached to nothing neither sends nor receives', () => {
    const loose = networkInterface('eni', 't', groups)
    expect(verdict(design(loose), 'peer', 'network-interface:eni')).toBe('NO(BAD_STATE_ATTACHMENT)')
    expect(verdict(design(loose), 'network-interface:eni', 'peer')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
  it('one of an instance that is gone is attached to nothing', () => {
    const lost = networkInterface('eni', 't', { ...groups, instanceId: 'workload:gone' })
    expect(verdict(design(lost), 'peer', 'network-interface:eni')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
})

describe('WALK-3, WALK-8: an interface sends as itself and takes what is for itself', () => {
  const host = { id: 'workload:host', name: 'host' } as const
  const codes = (sourceDestCheck: boolean) => {
    const network = resolve(
      design(workload('host', 's', open, { privateIpAddress: '10.0.1.10', sourceDestCheck })),
    )
    const face = network.interfacesOf('workload:host')[0] ?? null
    const [own, foreign] = ['10.0.1.10' as Ip, '10.0.9.9' as Ip]
    const packet = (source: Ip, destination: Ip): Packet => ({
      direction: 'request',
      header: {
        source,
        destination,
        protocol: 'tcp',
        sourcePort: 'ephemeral',
        destinationPort: 443,
        icmp: null,
      },
      sender: null,
      senderKnown: false,
      bindings: [],
      returns: [],
      goal: { face, place: null, anyone: true, address: destination, expects: null },
      earlierSenders: [],
      watchers: [],
      passed: [],
      pins: {},
      guests: [],
      enteredBy: null,
      unreferencedBy: null,
    })
    const sent = (it: Packet) => hostSend(host, face, it, network).decisions[0]?.code
    const taken = (it: Packet) => hostArrive(host, face, it, network).decisions.at(-1)?.code
    return [
      sent(packet(own, '10.0.2.4' as Ip)),
      sent(packet(foreign, '10.0.2.4' as Ip)),
      taken(packet('10.0.2.4' as Ip, own)),
      taken(packet('10.0.2.4' as Ip, foreign)),
    ]
  }
  it('with the check on', () => {
    expect(codes(true)).toEqual([null, 'ENI_ADDRESS_RESTRICTION', null, 'ENI_ADDRESS_RESTRICTION'])
  })
  it('with the check off', () => {
    expect(codes(false)).toEqual([null, null, null, null])
  })
})

describe('CL-5: who has an address', () => {
  it('a host of another VPC does not answer for it', () => {
    const other = [vpc('w', '10.5.0.0/16'), subnet('w', 'w', '10.5.1.0/24'), workload('w', 'w')]
    expect(verdict(design(other), 'host', '10.5.1.4')).toBe(
      'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    )
  })
})

describe('subnets and bare addresses as ends', () => {
  it('any host in a subnet sends and receives behind no group', () => {
    expect(verdict(design(), 'subnet:s', 'subnet:t')).toBe('OK')
    expect(verdict(design(), 'subnet:s', 'peer')).toBe('OK')
  })
  it('but the groups of the other end count', () => {
    const shut = workload('peer', 't', { securityGroupIds: ['security-group:shut'] })
    expect(verdict(design(shut), 'subnet:s', 'peer')).toBe('NO(SG_HAS_NO_RULES)')
    const narrow = securityGroup('open', 'v', [tcp(443, '10.0.1.10/32')])
    expect(verdict(design(narrow), 'subnet:s', 'peer')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('an address of a subnet that nobody has may send', () => {
    expect(verdict(design(), '10.0.1.77', 'peer')).toBe('OK')
  })
  it('it has no public address (NET-2)', () => {
    expect(verdict(design(), 'subnet:s', 'internet:i')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
  })
  it('WALK-13, CL-3: a subnet reaches what every part of it reaches', () => {
    const half = (block: string) => [
      networkAcl(
        'n',
        'v',
        { 1: aclDeny(block), 2: aclAllow('0.0.0.0/0') },
        { 1: aclAllow('0.0.0.0/0') },
      ),
      subnet('t', 'v', '10.0.2.0/24', { networkAclId: 'network-acl:n' }),
    ]
    const answer = ask(design(half('10.0.1.128/25')), 'subnet:s', 'peer')
    expect(told(answer)).toBe('NO(SUBNET_ACL_RESTRICTION)')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.label).toContain('10.0.1.128')
    expect(verdict(design(half('10.0.7.128/25')), 'subnet:s', 'peer')).toBe('OK')
    // one address is one host, not any
    expect(verdict(design(half('10.0.1.200/32')), 'subnet:s', 'peer')).toBe('OK')
  })
  it('a subnet without an address left is not modelled', () => {
    const full = [
      subnet('tiny', 'v', '10.0.3.0/28'),
      ...Array.from({ length: 11 }, (_, index) => workload(`t${index}`, 'tiny', open)),
    ]
    expect(verdict(design(full), 'subnet:tiny', 'peer')).toBe('NOT-MODELLED')
  })
})
