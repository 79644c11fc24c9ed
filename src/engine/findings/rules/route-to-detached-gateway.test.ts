import { describe, expect, it } from 'vitest'
import { internetGateway, mainTable, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { routeToDetachedGateway } from './route-to-detached-gateway'

const vpcs = [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16')]
const out = mainTable('m', 'a', { '0.0.0.0/0': 'internet-gateway:igw' })
const detached = { attachmentState: 'detached' }

describe('L25', () => {
  it('is silent on a gateway that is attached', () => {
    expect(found(routeToDetachedGateway, vpcs, out, internetGateway('igw', 'a'))).toEqual([])
  })
  it.each([
    ['detached', [internetGateway('igw', 'a', detached)], ['Attach the internet gateway']],
    [
      'detached, while another is attached',
      [internetGateway('igw', 'a', detached), internetGateway('new', 'a')],
      [],
    ],
    ["another VPC's", [internetGateway('igw', 'b')], []],
    [
      "another VPC's, while its own is attached",
      [internetGateway('igw', 'b'), internetGateway('own', 'a')],
      ["Use the VPC's own internet gateway"],
    ],
  ])('a gateway that is %s', (_, gateways, labels) => {
    const design = [...vpcs, out, ...gateways]
    const findings = found(routeToDetachedGateway, design)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.repairs.map((it) => it.label)).toEqual(labels)
    expect(left(routeToDetachedGateway, design)).toEqual(labels.map(() => 0))
  })
})
