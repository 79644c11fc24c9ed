import { describe, expect, it } from 'vitest'
import { invariant } from '../../../base/invariant'
import { designOf } from '../../../model/design'
import {
  documentOf,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../model/testing/build'
import { cidr } from '../../../net/cidr'
import { likelyDestinations, likelyTarget, routeTargets } from './route-targets'
import { blockFromText, peerChoices, peerOf, valueOfPeer } from './rule-peers'

const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/16'] }),
    vpc('c', '10.3.0.0/16'),
    subnet('a1', 'a', '10.0.0.0/24'),
    subnet('b1', 'b', '10.1.0.0/24'),
    internetGateway('a', 'a'),
    internetGateway('b', 'b'),
    natGateway('a', 'a1'),
    natGateway('b', 'b1'),
    peering('ab', 'a', 'b'),
    peering('bc', 'b', 'c'),
    routeTable('rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    securityGroup('web', 'a'),
    securityGroup('api', 'b'),
    securityGroup('far', 'c'),
  ),
)
const table = design.get('route-table:rt')
const web = design.get('security-group:web')
invariant(table && web, 'the design holds what it was built from')

describe('targets of a route', () => {
  it('are the gateways of the VPC and the peerings it is a side of', () => {
    expect(routeTargets(table, design).map((it) => it.id)).toEqual([
      'internet-gateway:a',
      'nat-gateway:a',
      'vpc-peering-connection:ab',
    ])
  })
  it('follow from the destination where it lies in a peer', () => {
    expect(likelyTarget(cidr('10.2.4.0/24'), table, design)?.id).toBe('vpc-peering-connection:ab')
    expect(likelyTarget(cidr('0.0.0.0/0'), table, design)?.id).toBe('internet-gateway:a')
    expect(likelyTarget(cidr('10.3.0.0/16'), table, design)).toBeNull()
  })
  it('are proposed for the blocks that no route names yet', () => {
    expect(likelyDestinations(table, design).map((it) => it.cidr)).toEqual([
      '10.2.0.0/16',
      '0.0.0.0/0',
    ])
  })
})

describe('peers of a rule', () => {
  it('are blocks and groups of the VPC and of those it is peered with, each once', () => {
    expect(peerChoices(web, design).map((it) => it.value)).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/16',
      '10.2.0.0/16',
      '0.0.0.0/0',
      'security-group:web',
      'security-group:api',
    ])
  })
  it('are kept through the list and back', () => {
    for (const value of ['10.0.0.0/16', 'security-group:api'])
      expect(valueOfPeer(peerOf(value))).toBe(value)
  })
  it.each([
    ['10.9.0.0/16', '10.9.0.0/16'],
    ['10.9.0.7/16', '10.9.0.0/16'],
    ['203.0.113.9', '203.0.113.9/32'],
    ['web', undefined],
  ])('typed as %s are %s', (text, value) => {
    expect(blockFromText(text)?.value).toBe(value)
  })
})
