import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import { documentOf, internetGateway, subnet, vpc, workload } from '../../model/testing/build'
import { drawersOf, offers, placeFor, whyNot } from './offers'

const empty = designOf(documentOf())
const one = designOf(
  documentOf(vpc('a', '10.0.0.0/16'), subnet('s', 'a', '10.0.0.0/24'), workload('w', 's')),
)

const found = (search: string) =>
  drawersOf(search).flatMap((it) => it.offers.map(({ placed }) => placed))

describe('the palette', () => {
  it('offers a workload by each of its types', () => {
    expect(offers.map((it) => it.placed).filter((it) => it.startsWith('workload'))).toEqual([
      'workload/ec2-instance',
      'workload/ecs-service',
      'workload/eks-node-group',
      'workload/lambda-function',
      'workload/rds-db-instance',
      'workload/appliance',
      'workload/generic',
    ])
  })
  it('offers load balancers by AWS’s names for their types', () => {
    expect(
      offers.filter(({ drawer }) => drawer === 'Load balancing').map((it) => it.label),
    ).toEqual([
      'Application Load Balancer',
      'Network Load Balancer',
      'Gateway Load Balancer',
      'Target group',
    ])
  })
  it('is searched by every word, in the label, the drawer or what it is about', () => {
    expect(found('nat gate')).toEqual(['nat-gateway'])
    expect(found('kubernetes cluster run')).toEqual(['workload/eks-node-group'])
    expect(found('layer')).toEqual([])
    expect(found('network load balancer')).toEqual(['load-balancer/network'])
    expect(found('zebra')).toEqual([])
    expect(found('')).toEqual(offers.map((it) => it.placed))
  })
})

describe('what cannot be placed says why', () => {
  it.each([
    ['subnet', 'no VPC yet'],
    ['workload/ec2-instance', 'no subnet yet'],
    ['vpc-peering-connection', 'the design has none'],
  ] as const)('%s in an empty design: %s', (placed, words) => {
    expect(whyNot(placed, empty)).toContain(words)
  })
  it('nothing stands against a VPC', () => {
    expect(whyNot('vpc', empty)).toBeNull()
  })
  it('one VPC is no pair', () => {
    expect(whyNot('vpc-peering-connection', one)).toContain('has one')
  })
  it('a VPC takes one internet gateway', () => {
    const design = designOf(documentOf(vpc('a', '10.0.0.0/16'), internetGateway('i', 'a')))
    expect(whyNot('internet-gateway', design)).toContain('has an internet gateway already')
  })
})

it('says why no place takes it, by the first one', () => {
  const both = [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16')]
  const gateways = [internetGateway('i', 'a'), internetGateway('j', 'b')]
  expect(whyNot('internet-gateway', designOf(documentOf(...both)))).toBeNull()
  expect(whyNot('internet-gateway', designOf(documentOf(...both, ...gateways)))).toMatch(
    /^No place can take one: .*\ba\b/,
  )
})

describe('the place for it is the nearest around what is chosen', () => {
  it.each([
    ['subnet', 'workload:w', 'vpc:a'],
    ['nat-gateway', 'workload:w', 'subnet:s'],
    ['nat-gateway', 'vpc:a', null],
    ['vpc', 'vpc:a', null],
    ['route-table', undefined, null],
  ] as const)('%s with %s chosen: %s', (placed, chosen, place) => {
    expect(placeFor(placed, chosen, one)).toBe(place)
  })
})
