import { expect, it } from 'vitest'
import type { Header } from '../../engine/answer'
import { cidr } from '../../net/cidr'
import { designOf } from '../../model/design'
import { documentOf, natGateway, subnet, vpc, workload } from '../../model/testing/build'
import { portsFrom, portsProblem, portsText } from './asking'
import { addressChoice, endChoices, endOf, textOf } from './endpoints'
import { packetWords, rewritesOf } from './hop-words'
import type { Ip } from '../../net/ip'

const ip = (text: string) => cidr(`${text}/32`).slice(0, -3) as Ip
const before: Header = {
  source: ip('10.0.0.10'),
  destination: ip('203.0.113.10'),
  protocol: 'tcp',
  sourcePort: 'ephemeral',
  destinationPort: 443,
  icmp: null,
}

it('tells what NAT rewrote, and nothing else', () => {
  const after = { ...before, source: ip('198.51.100.1') }
  expect(rewritesOf({ before, after })).toEqual([
    { what: 'source', from: '10.0.0.10', to: '198.51.100.1' },
  ])
  expect(rewritesOf({ before, after: before })).toEqual([])
})

it('writes a packet in one line', () => {
  expect(packetWords(before)).toBe('tcp 10.0.0.10 → 203.0.113.10:443')
  expect(packetWords({ ...before, protocol: 50, destinationPort: null })).toBe(
    'protocol 50 10.0.0.10 → 203.0.113.10',
  )
})

const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    subnet('s', 'a', '10.0.0.0/24'),
    workload('app', 's'),
    natGateway('nat', 's'),
  ),
)

it('offers whatever sends or receives as an end, with where it lies', () => {
  expect(endChoices(design).map(({ value }) => value)).toEqual([
    'workload:app',
    'nat-gateway:nat',
    'subnet:s',
  ])
  expect(endChoices(design)[0]?.note).toContain('in s')
})

it('takes a bare address, and reads every end back from its text', () => {
  expect(addressChoice('10.0.0.77')?.label).toBe('10.0.0.77')
  expect(addressChoice('10.0.0.777')).toBeNull()
  for (const end of [
    { type: 'address', address: ip('10.0.0.77') },
    { type: 'resource', id: 'workload:app' },
  ] as const)
    expect(endOf(textOf(end))).toEqual(end)
})

it.each(['0', '65536', '', '80a', '-1', '90-80', '80-', '1-70000'])('%j is no port', (text) => {
  expect(portsProblem(text)?.tone).toBe('error')
})

it.each([
  ['443', 443],
  ['8000-8100', { from: 8000, to: 8100 }],
  ['443-443', 443],
])('%s are ports, and are written as they were read', (text, ports) => {
  expect(portsProblem(text)).toBeNull()
  expect(portsFrom(text)).toEqual(ports)
  expect(portsFrom(portsText(portsFrom(text)))).toEqual(ports)
})
