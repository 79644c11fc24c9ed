import { expect, it } from 'vitest'
import { resolve } from '../engine/network'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../model/testing/build'
import { asked, questionOf } from './questions'

const network = resolve(
  documentOf(
    vpc('v', '10.0.0.0/16'),
    internetGateway('i', 'v'),
    mainTable('v', 'v', { '0.0.0.0/0': 'internet-gateway:i' }),
    subnet('s', 'v', '10.0.1.0/24'),
    securityGroup('app', 'v', [all('0.0.0.0/0')]),
    workload('app', 's', { securityGroupIds: ['security-group:app'] }),
  ),
)

it.each([
  ['TCP', 'tcp'],
  ['6', 'tcp'],
  [58, 'icmpv6'],
  ['IPv6-ICMP', 'icmpv6'],
  ['gre', 47],
  ['ESP', 50],
  ['sctp', 132],
])('a protocol may be written %s', (protocol, meant) => {
  expect(questionOf(network, { from: 'app', to: 'internet', protocol }).protocol).toBe(meant)
})

it('the internet may be written with a capital letter', () => {
  const codes = (to: string) => asked(network, { from: 'app', to, port: 443 }).codes
  expect(codes('Internet')).toEqual(codes('internet'))
})

it.each([-1, '-1', null, undefined])('any port may be written %s', (port) => {
  expect(questionOf(network, { from: 'app', to: 'internet', port }).port).toBeNull()
})

it('any type and code of ICMP may be written -1', () => {
  const ping = { from: 'app', to: 'internet', protocol: 'icmp', port: -1 }
  expect(questionOf(network, { ...ping, icmpType: -1, icmpCode: -1 })).toEqual(
    questionOf(network, ping),
  )
})
