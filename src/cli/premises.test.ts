import { describe, expect, it } from 'vitest'
import { resolve } from '../engine/network'
import {
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  mainTable,
  onPremises,
  securityGroup,
  subnet,
  tcp,
  virtualInterface,
  vpc,
  vpnConnection,
  vpnGateway,
  workload,
} from '../model/testing/build'
import { UsageError } from './output'
import { asked, type Flow } from './questions'

/** A virtual private gateway with VPN connections to two sites; the host takes port 443 of these. */
const network = (from: string) =>
  resolve(
    documentOf(
      vpc('v', '10.0.0.0/16'),
      mainTable('v', 'v', {}, { propagatingVgwIds: ['vpn-gateway:g'] }),
      subnet('s', 'v', '10.0.1.0/24'),
      securityGroup('app', 'v', [tcp(443, from)]),
      workload('app', 's', { securityGroupIds: ['security-group:app'] }),
      vpnGateway('g', 'v'),
      onPremises('north', ['192.168.0.0/17']),
      onPremises('south', ['192.168.128.0/17']),
      customerGateway('n', 'north'),
      customerGateway('s', 'south'),
      vpnConnection('to-north', 'g', 'n'),
      vpnConnection('to-south', 'g', 's'),
    ),
  )
const flow: Flow = { from: 'onprem:g', to: 'app', port: 443 }
const both = network('192.168.0.0/16')
const northOnly = network('192.168.0.0/17')

describe('onprem: of a gateway with several networks behind it', () => {
  it('is answered where the answer is the same for all', () => {
    expect(asked(both, flow).verdict).toBe('reachable')
    expect(asked(both, { ...flow, port: 80 }).verdict).toBe('not-reachable')
    expect(asked(both, { from: 'app', to: 'onprem:g', port: 443 }).verdict).toBe(
      asked(both, { from: 'app', to: 'onprem:to-north', port: 443 }).verdict,
    )
  })

  it('is refused with the answer for each where they differ', () => {
    const ask = () => asked(northOnly, flow)
    expect(ask).toThrow(UsageError)
    expect(ask).toThrow(/north \(on-premises-network:north\) to app .*: reachable/)
    expect(ask).toThrow(/south \(on-premises-network:south\) to app .*: not-reachable/)
  })

  it('means one of them by its connection, its name, or an address in it', () => {
    const verdictOf = (more: Partial<Flow>) => asked(northOnly, { ...flow, ...more }).verdict
    expect(verdictOf({ from: 'onprem:to-north' })).toBe('reachable')
    expect(verdictOf({ from: 'onprem:south' })).toBe('not-reachable')
    expect(verdictOf({ srcIp: '192.168.3.4' })).toBe('reachable')
    expect(verdictOf({ srcIp: '192.168.200.4' })).toBe('not-reachable')
  })

  it('VPN-10: is also what a Direct Connect gateway brings to a virtual private gateway', () => {
    const direct = resolve(
      documentOf(
        vpc('v', '10.0.0.0/16'),
        mainTable('v', 'v', {}, { propagatingVgwIds: ['vpn-gateway:g'] }),
        subnet('s', 'v', '10.0.1.0/24'),
        securityGroup('app', 'v', [tcp(443, '192.168.0.0/16')]),
        workload('app', 's', { securityGroupIds: ['security-group:app'] }),
        vpnGateway('g', 'v'),
        onPremises('north', ['192.168.0.0/17']),
        directConnectGateway('d'),
        directConnectAssociation('a', 'd', 'g', { allowedPrefixes: ['10.0.0.0/16'] }),
        virtualInterface('f', 'north', 'd'),
      ),
    )
    expect(asked(direct, flow).verdict).toBe('reachable')
    expect(asked(direct, { ...flow, from: 'onprem:f' }).verdict).toBe('reachable')
  })

  it('is what a link means that stands for itself', () => {
    const ask = (from: string) => asked(northOnly, { ...flow, from }).verdict
    expect(ask('to-north')).toBe('reachable')
    expect(ask('n')).toBe('reachable')
    expect(ask('to-south')).toBe('not-reachable')
    expect(() => ask('g')).toThrow(/south .* to app .*: not-reachable/)
    expect(asked(both, { from: 'app', to: 'to-south', port: 443 }).verdict).toBe('reachable')
  })

  it('names nobody where nothing is drawn', () => {
    expect(() => asked(both, { ...flow, from: 'onprem:elsewhere' })).toThrow('elsewhere')
  })
})
