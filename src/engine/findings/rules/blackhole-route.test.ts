import { describe, expect, it } from 'vitest'
import {
  egressOnlyInternetGateway,
  internetGateway,
  natGateway,
  networkInterface,
  peering,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { blackholeRoute } from './blackhole-route'

const vpcs = [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16'), vpc('c', '10.2.0.0/16')]
const to = (target: string | null) => routeTable('rt', 'a', { '10.1.0.0/16': target })
const pcx = 'vpc-peering-connection:ab'

describe('L11', () => {
  it.each([
    ['active', 0, []],
    ['pending-acceptance', 1, ['Accept the peering connection']],
    ['provisioning', 1, []],
    ['failed', 1, []],
    ['rejected', 1, ['Remove the dead route']],
    ['expired', 1, ['Remove the dead route']],
    ['deleted', 1, ['Remove the dead route']],
  ])('a route to a connection that is %s: %i finding', (status, count, labels) => {
    const design = [...vpcs, peering('ab', 'a', 'b', { status }), to(pcx)]
    const findings = found(blackholeRoute, design)
    expect(findings).toHaveLength(count)
    expect(findings.flatMap((it) => it.repairs.map(({ label }) => label))).toEqual(labels)
    expect(left(blackholeRoute, design)).toEqual(labels.map(() => 0))
    for (const { message } of findings) expect(message).toContain(status)
  })
  it.each([
    ['a target that is gone', to(null), 1],
    ['a target that the design does not hold', to('nat-gateway:gone'), 1],
    ['a connection of two other VPCs', to('vpc-peering-connection:bc'), 1],
    ['a NAT gateway', to('nat-gateway:ok'), 0],
    ['a NAT gateway that is deleted', to('nat-gateway:deleted'), 1],
    ['a NAT gateway of another VPC', to('nat-gateway:foreign'), 1],
    ['a detached internet gateway, which is another rule', to('internet-gateway:igw'), 0],
  ])('%s', (_, table, count) => {
    const design = [
      ...vpcs,
      subnet('s', 'a', '10.0.1.0/24'),
      subnet('t', 'b', '10.1.1.0/24'),
      peering('bc', 'b', 'c'),
      natGateway('ok', 's'),
      natGateway('deleted', 's', { state: 'deleted' }),
      natGateway('foreign', 't'),
      internetGateway('igw', 'a', { attachmentState: 'detached' }),
      table,
    ]
    expect(found(blackholeRoute, design)).toHaveLength(count)
    expect(left(blackholeRoute, design)).toEqual(Array(count).fill(0))
  })
  it.each([
    ['an instance of another VPC', 'workload:far', 1],
    ['an instance of this VPC', 'workload:near', 0],
    ['an interface attached to nothing', 'network-interface:loose', 1],
    ['an interface of an instance', 'network-interface:held', 0],
    ['the egress-only internet gateway of another VPC', 'egress-only-internet-gateway:far', 1],
  ])('%s', (_, target, count) => {
    const design = [
      ...vpcs,
      subnet('s', 'a', '10.0.1.0/24'),
      subnet('t', 'b', '10.1.1.0/24'),
      workload('near', 's'),
      workload('far', 't'),
      networkInterface('loose', 's'),
      networkInterface('held', 's', { instanceId: 'workload:near' }),
      egressOnlyInternetGateway('far', 'b'),
      to(target),
    ]
    expect(found(blackholeRoute, design)).toHaveLength(count)
  })
  it('offers no acceptance of a connection that joins two others: the route stays dead', () => {
    const pending = peering('bc', 'b', 'c', { status: 'pending-acceptance' })
    const design = [...vpcs, pending, to('vpc-peering-connection:bc')]
    const labels = found(blackholeRoute, design).flatMap((it) => it.repairs.map((r) => r.label))
    expect(labels).toEqual(['Remove the dead route'])
    expect(left(blackholeRoute, design)).toEqual([0])
  })
  it('offers no acceptance that AWS would refuse', () => {
    const pending = peering('ab', 'a', 'd', { status: 'pending-acceptance' })
    const [finding] = found(blackholeRoute, vpcs, vpc('d', '10.0.0.0/20'), pending, to(pcx))
    expect(finding?.repairs).toEqual([])
  })
})
