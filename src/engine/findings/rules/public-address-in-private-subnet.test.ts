import { describe, expect, it } from 'vitest'
import { internetGateway, mainTable, subnet, vpc, workload } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { internetGatewayUnused } from './internet-gateway-unused'
import { publicAddressInPrivateSubnet } from './public-address-in-private-subnet'

const base = [
  vpc('a', '10.0.0.0/16'),
  subnet('public', 'a', '10.0.0.0/24'),
  internetGateway('igw', 'a'),
]
const host = (publicAddress: string) => workload('w', 'public', {}, { publicAddress })
const labels = ['Route 0.0.0.0/0 to the internet gateway', 'Take the public address of w away']

describe('L26', () => {
  it('13.4: a subnet that is public by name only, beside an internet gateway that no route uses', () => {
    const design = [...base, mainTable('m', 'a'), host('elastic-ip')]
    const [finding, ...more] = found(publicAddressInPrivateSubnet, design)
    expect(more).toEqual([])
    expect(finding?.severity).toBe('warn')
    expect(finding?.repairs.map((it) => it.label)).toEqual(labels)
    expect(left(publicAddressInPrivateSubnet, design)).toEqual([0, 0])
    expect(found(internetGatewayUnused, design)).toHaveLength(1)
  })
  it.each([
    ['elastic-ip', {}, 1],
    ['auto-assigned', {}, 1],
    ['auto-assigned', { '0.0.0.0/0': 'nat-gateway:n' }, 1],
    ['none', {}, 0],
    ['elastic-ip', { '0.0.0.0/0': 'internet-gateway:igw' }, 0],
  ])('an address that is %s, with routes %j: %i finding', (address, routes, count) => {
    const design = [...base, mainTable('m', 'a', routes), host(address)]
    expect(found(publicAddressInPrivateSubnet, design)).toHaveLength(count)
  })
  it('does not offer a route that makes another subnet public', () => {
    const shared = [subnet('t', 'a', '10.0.1.0/24'), mainTable('m', 'a')]
    const [finding] = found(publicAddressInPrivateSubnet, base, shared, host('elastic-ip'))
    expect(finding?.repairs.map((it) => it.label)).toEqual(labels.slice(1))
  })
  it('judges every interface by its own subnet', () => {
    const routes = { '0.0.0.0/0': 'internet-gateway:igw' }
    const design = [
      ...base,
      mainTable('m', 'a', routes),
      subnet('private', 'a', '10.0.1.0/24', { routeTableId: 'route-table:none' }),
      workload('w', ['public', 'private'], {}, { publicAddress: 'elastic-ip' }),
    ]
    const findings = found(publicAddressInPrivateSubnet, design)
    expect(findings.map((it) => it.resources)).toEqual([['workload:w', 'subnet:private']])
  })
})
