import { describe, expect, it } from 'vitest'
import { internetGateway, mainTable, subnet, vpc, workload } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { publicHostWithoutAddress } from './public-host-without-address'

const base = [
  vpc('a', '10.0.0.0/16'),
  subnet('public-a', 'a', '10.0.0.0/24'),
  internetGateway('igw', 'a'),
]
const open = mainTable('m', 'a', { '0.0.0.0/0': 'internet-gateway:igw' })

describe('L27', () => {
  it.each([
    ['public-web', {}, 'error'],
    ['Web (internet-facing)', {}, 'error'],
    ['web', { exposure: 'public' }, 'error'],
    ['web', {}, 'info'], // CL-21
    ['republic', {}, 'info'],
    ['non-public-web', {}, 'info'],
    ['publications', {}, 'info'],
  ])('%s with tags %j: %s', (name, tags, severity) => {
    const findings = found(
      publicHostWithoutAddress,
      base,
      open,
      workload(name, 'public-a', { tags }),
    )
    expect(findings.map((it) => it.severity)).toEqual([severity])
  })
  it.each([
    ['has a public address', open, { publicAddress: 'auto-assigned' }],
    ['lies in a private subnet', mainTable('m', 'a'), {}],
    [
      'goes to the internet over a NAT gateway',
      mainTable('m', 'a', {
        '0.0.0.0/0': 'nat-gateway:n',
        '203.0.113.0/24': 'internet-gateway:igw',
      }),
      {},
    ],
  ])('is silent on a host that %s', (_, table, face) => {
    const host = workload('public-web', 'public-a', {}, face)
    expect(found(publicHostWithoutAddress, base, table, host)).toEqual([])
  })
  it('offers an Elastic IP address to a host meant to be public', () => {
    const design = [...base, open, workload('public-web', 'public-a')]
    const [finding] = found(publicHostWithoutAddress, design)
    expect(finding?.repairs.map((it) => it.label)).toEqual([
      'Give public-web an Elastic IP address',
    ])
    expect(left(publicHostWithoutAddress, design)).toEqual([0])
  })
})
