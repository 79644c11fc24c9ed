import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  mainTable,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { verdict } from '../testing/ask'

const tgw = 'transit-gateway:t'
const box = 'workload:box'

const inV = (name: string, number: number) =>
  subnet(name, 'v', `10.0.${number}.0/24`, { routeTableId: `route-table:${name}` })
const open = (name: string) => securityGroup(name, name, [all('0.0.0.0/0')])

interface Given {
  /** Further routes of the NAT gateway's subnet, and of the attachment's. */
  readonly nat?: Readonly<Record<string, string>>
  readonly attachment?: Readonly<Record<string, string>>
  readonly stateful?: boolean
}

/** In VPC v, app sends to VPC w by a private NAT gateway, then an appliance, then a transit gateway. */
const design = ({ nat = {}, attachment = {}, stateful = true }: Given = {}) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('v', 'v'),
    routeTable('app', 'v', { '10.9.0.0/16': 'nat-gateway:n' }),
    routeTable('nat', 'v', { '10.9.0.0/16': box, ...nat }),
    routeTable('box', 'v', { '10.9.0.0/16': tgw }),
    routeTable('attachment', 'v', attachment),
    inV('app', 1),
    inV('nat', 2),
    inV('box', 3),
    inV('attachment', 4),
    natGateway('n', 'nat', { connectivityType: 'private' }),
    open('v'),
    workload('app', 'app', { securityGroupIds: ['security-group:v'] }),
    workload(
      'box',
      'box',
      {
        workloadType: 'appliance',
        forwarding: 'forward',
        stateful,
        securityGroupIds: ['security-group:v'],
      },
      { sourceDestCheck: false },
    ),
    vpc('w', '10.9.0.0/16'),
    mainTable('w', 'w', { '10.0.0.0/16': tgw }),
    subnet('w', 'w', '10.9.1.0/24'),
    open('w'),
    workload('far', 'w', { securityGroupIds: ['security-group:w'] }),
    transitGateway('t'),
    tgwAttachment('v', 't', 'v', 'attachment'),
    tgwAttachment('w', 't', 'w', 'w'),
    tgwRouteTable('t', 't', { associations: ['v', 'w'], propagations: ['v', 'w'] }),
  )

describe('CL-7: a firewall knows connections by the addresses it saw', () => {
  const beforeNat = { attachment: { '10.0.2.0/24': box } }
  const behindNat = { nat: { '10.0.1.0/24': box } }
  it.each<[string, Given, string]>([
    ['the answer passes it on its way to the NAT gateway', beforeNat, 'OK'],
    ['the answer goes past it', {}, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    [
      'the answer comes to it only behind the NAT gateway, for an address it never saw',
      behindNat,
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    [
      'the answer comes to it before the NAT gateway and behind',
      { ...beforeNat, ...behindNat },
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    ['without state it does not care', { ...behindNat, stateful: false }, 'OK'],
  ])('%s', (_, given, expected) => {
    expect(verdict(design(given), 'app', 'far')).toBe(expected)
  })
})
