import { describe, expect, it } from 'vitest'
import { all, securityGroup, tcp } from '../../../model/testing/build'
import { found } from '../testing/found'
import { groupOpenToWorld } from './group-open-to-world'

const world = '0.0.0.0/0'
const udp = (port: number) => ({ ...tcp(port, world), ipProtocol: 'udp' })

describe('L46', () => {
  it.each([
    [tcp(22, world), 'SSH (port 22)'],
    [tcp([20, 25], world), 'SSH (port 22)'],
    [tcp(3389, world), 'Remote Desktop (port 3389)'],
    [udp(3389), 'Remote Desktop (port 3389)'],
    [tcp([0, 4000], world), 'SSH (port 22) and Remote Desktop (port 3389)'],
    [tcp([0, 65535], world), 'all ports of tcp'],
    [all(world), 'all ports of all protocols'],
    [{ ipProtocol: '6', cidrIpv4: world }, 'all ports of 6'],
  ])('%j opens %s', (rule, words) => {
    const findings = found(groupOpenToWorld, securityGroup('s', 'a', [rule]))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toContain(words)
    expect(findings[0]?.evidence).toMatchObject([{ direction: 'ingress', rule: 'rule-1' }])
  })
  it.each([
    [tcp(443, world)],
    [tcp([23, 3388], world)],
    [udp(22)],
    [tcp(22, '10.0.0.0/8')],
    [tcp(22, 'security-group:bastion')],
    [{ ipProtocol: 'icmp', fromPort: -1, toPort: -1, cidrIpv4: world }],
    [{ ipProtocol: '50', cidrIpv4: world }],
  ])('%j may stay', (rule) => {
    expect(found(groupOpenToWorld, securityGroup('s', 'a', [rule]))).toEqual([])
  })
  it('does not mind outbound rules', () => {
    expect(found(groupOpenToWorld, securityGroup('s', 'a', [], [all(world)]))).toEqual([])
  })
})
