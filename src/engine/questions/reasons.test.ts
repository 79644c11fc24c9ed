import { expect, it } from 'vitest'
import {
  all,
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
} from '../../model/testing/build'
import { ask } from '../testing/ask'

const pcx = (name: string) => `vpc-peering-connection:${name}`
const inGroup = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })

/** VPCs a, b and c, each with an open host; `routes` are those of a. */
const triangle = (routes: Record<string, string>, regionOfB = 'eu-west-1', more: object[] = []) =>
  documentOf(
    ['a', 'b', 'c'].flatMap((name, index) => [
      vpc(name, `10.${index}.0.0/16`, name === 'b' ? { region: regionOfB } : {}),
      subnet(name, name, `10.${index}.0.0/24`),
      securityGroup(name, name, [all('0.0.0.0/0')]),
      workload(name, name, inGroup(name)),
    ]),
    mainTable('main-a', 'a', routes),
    peering('ab', 'a', 'b'),
    peering('bc', 'b', 'c'),
    more,
  )

it('PEER-14: a refused group reference names the Region as the reason', () => {
  const admits = securityGroup('b', 'b', [tcp(443, 'security-group:a')])
  const design = triangle({ '10.1.0.0/16': pcx('ab') }, 'us-east-1', [admits])
  expect(ask(design, 'a', 'b').sentence).toContain('cannot refer to a group of another Region')
})

it('SG-7: a refused group reference names the translated address as the reason', () => {
  const design = triangle({}, 'eu-west-1', [
    routeTable('by-nat', 'a', { '10.1.0.0/16': 'nat-gateway:nat' }),
    mainTable('main-a', 'a', { '10.1.0.0/16': pcx('ab') }),
    natGateway('nat', 'a', { privateIp: '10.0.0.100' }),
    subnet('inner', 'a', '10.0.1.0/24', { routeTableId: 'route-table:by-nat' }),
    workload('inner', 'inner', inGroup('a')),
    securityGroup('b', 'b', [tcp(443, 'security-group:a')]),
  ])
  expect(ask(design, 'inner', 'b').sentence).toContain('the packet comes as 10.0.0.100')
})

it('PEER-7: the words know whether a direct peering exists beside the wrong route', () => {
  const routes = { '10.2.0.0/16': pcx('ab') }
  expect(ask(triangle(routes), 'a', 'c').sentence).toContain('with VPC b, not with VPC a')
  const joined = ask(triangle(routes, 'eu-west-1', [peering('ac', 'a', 'c')]), 'a', 'c').sentence
  expect(joined).toContain('VPC peering connection ac joins directly')
  expect(joined).not.toContain('not with VPC a')
})

it('RT-20: behind a NAT gateway the words say whose route table lacks the route', () => {
  const design = documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('main', 'a'),
    routeTable('by-nat', 'a', { '0.0.0.0/0': 'nat-gateway:nat' }),
    natGateway('nat', 'nats'),
    subnet('nats', 'a', '10.0.0.0/24'),
    subnet('inner', 'a', '10.0.1.0/24', { routeTableId: 'route-table:by-nat' }),
    workload('inner', 'inner'),
    workload('bare', 'nats'),
  )
  const whose = 'main, which serves the subnet of NAT gateway nat, has no route'
  expect(ask(design, 'inner', '8.8.8.8').sentence).toContain(whose)
  expect(ask(design, 'bare', '8.8.8.8').sentence).toContain('main has no route')
})

it('PEER-5: a reply that runs into the internet gateway is told of the peering connection', () => {
  const design = triangle({ '10.1.0.0/16': pcx('ab') }, 'eu-west-1', [
    internetGateway('ib', 'b'),
    mainTable('main-b', 'b', { '0.0.0.0/0': 'internet-gateway:ib' }),
  ])
  const { codes, direction, sentence } = ask(design, 'a', 'b')
  expect([direction, codes[0]]).toEqual(['reply', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'])
  expect(sentence).toContain('VPC peering connection ab joins the two VPCs, but no route')
})

it('SG-5: a rule that admits a group names it', () => {
  const admits = securityGroup('b', 'b', [tcp(443, 'security-group:b')])
  const design = triangle({}, 'eu-west-1', [admits, workload('b2', 'b', inGroup('b'))])
  const texts = ask(design, 'b2', 'b').request.hops.map((hop) => hop.text)
  expect(texts).toContain('b admits tcp/443 from security group b.')
})

it.each([
  ['gone', 'a', /^Something that is not in the design cannot reach a on tcp/],
  ['a', 'gone', /^a cannot reach something that is not in the design on tcp/],
  ['internet:i', 'a', /^The internet cannot reach a on tcp/],
])(
  'from %s to %s the sentence begins as sentences do, names as they are spelt',
  (from, to, words) => {
    const design = triangle({}, 'eu-west-1', [
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
    ])
    expect(ask(design, from, to).sentence).toMatch(words)
  },
)
