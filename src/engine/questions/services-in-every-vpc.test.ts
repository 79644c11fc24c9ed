import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  eksCluster,
  eksPods,
  mainTable,
  networkAcl,
  peering,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const mute = { securityGroupIds: ['security-group:mute'] }
const dual = { ipv6Addresses: ['2600:1f00:0:1::10'] }

/** Hosts that no rule of a group or network ACL lets anything do, and a peer whose are open. */
const design = (more: Readonly<Record<string, unknown>> = {}) =>
  documentOf(
    vpc('a', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'], ...more }),
    subnet('a', 'a', '10.0.1.0/24', {
      networkAclId: 'network-acl:closed',
      ipv6CidrBlock: '2600:1f00:0:1::/64',
    }),
    networkAcl('closed', 'a'),
    securityGroup('mute', 'a', [], []),
    workload('host', 'a', mute, dual),
    workload('function', 'a', { ...mute, workloadType: 'lambda-function' }),
    workload('node', 'a', { ...mute, workloadType: 'eks-node-group' }),
    eksCluster('c', 'a', ['a'], mute),
    eksPods('pods', 'c', 'node'),
    vpc('b', '10.1.0.0/16'),
    mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('b', 'b', '10.1.1.0/24'),
    securityGroup('open', 'b', [all('0.0.0.0/0')]),
    workload('far', 'b', { securityGroupIds: ['security-group:open'] }),
    peering('ab', 'a', 'b'),
  )

describe('SG-10, ACL-10: what AWS itself answers in every VPC passes every filter', () => {
  it.each([
    ['host', '10.0.0.2', 'udp/53', 'OK'],
    ['host', '10.0.0.2', 'tcp/53', 'OK'],
    ['host', '169.254.169.253', 'udp/53', 'OK'],
    ['host', 'fd00:ec2::253', 'udp/53', 'OK'],
    ['host', '169.254.169.254', 'tcp/80', 'OK'],
    ['host', '169.254.169.123', 'udp/123', 'OK'],
    ['host', 'fd00:ec2::123', 'udp/123', 'OK'],
    ['node', '169.254.169.254', 'tcp/80', 'OK'],
    ['function', '10.0.0.2', 'udp/53', 'OK'],
    ['subnet:a', '10.0.0.2', 'udp/53', 'OK'],
    // of which nothing is documented, or not for everybody
    ['host', '10.0.0.2', 'tcp/443', 'NOT-MODELLED'],
    ['host', '169.254.169.254', 'tcp/443', 'NOT-MODELLED'],
    ['host', '169.254.169.254', 'icmp', 'NOT-MODELLED'],
    ['host', '169.254.169.123', 'tcp/123', 'NOT-MODELLED'],
    ['host', 'fd00:ec2::254', 'tcp/80', 'NOT-MODELLED'],
    ['host', '169.254.169.250', 'tcp/1688', 'NOT-MODELLED'],
    ['function', '169.254.169.254', 'tcp/80', 'NOT-MODELLED'],
    ['eks-pods:pods', '169.254.169.254', 'tcp/80', 'NOT-MODELLED'],
  ])('%s → %s %s: %s', (from, to, what, expected) => {
    expect(verdict(design(), from, to, what)).toBe(expected)
  })
  it('nothing else does', () => {
    expect(verdict(design(), 'host', '10.0.1.2', 'udp/53')).toBe('NO(SG_HAS_NO_RULES)')
    expect(verdict(design(), 'host', '10.1.0.2', 'udp/53')).toBe('NO(SG_HAS_NO_RULES)')
  })
  it('and the answer comes straight back', () => {
    const { reply } = ask(design(), 'host', '10.0.0.2', 'udp/53')
    expect(reply?.hops.map(({ term }) => term)).not.toContain('network ACL')
    expect(reply?.hops.at(-1)?.decision).toBe('delivers')
  })
})

describe('VPC-20, VPC-21: the Resolver', () => {
  it('answers where DNS support is on', () => {
    const off = design({ enableDnsSupport: false })
    for (const address of ['10.0.0.2', '169.254.169.253', 'fd00:ec2::253'])
      expect(verdict(off, 'host', address, 'udp/53')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(off, 'host', '169.254.169.254', 'tcp/80')).toBe('OK')
  })
  it('CL-5: answers nobody in another VPC', () => {
    expect(verdict(design(), 'far', '10.0.0.2', 'udp/53')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(design(), 'far', '10.1.0.2', 'udp/53')).toBe('OK')
  })
})
