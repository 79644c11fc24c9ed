import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import { removalOf } from '../../model/removal'
import {
  documentOf,
  inspectionEndpoint,
  networkFirewall,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import type { Id, Kind } from '../resource'
import { draft } from './draft'
import { schema } from './schema'

const zone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const document = documentOf(
  vpc('v', '10.0.0.0/16'),
  subnet('app-a', 'v', '10.0.1.0/24'),
  subnet('fw-a', 'v', '10.0.2.0/28'),
  subnet('app-b', 'v', '10.0.3.0/24', zone('b')),
  workload('w', 'app-a'),
)

const drafted = (on: Id<'vpc'> | Id<'subnet'>) => {
  const design = designOf(document)
  const place = design.resources[on]
  let count = 0
  return draft({
    id: 'network-firewall:new',
    design,
    on: place ? [place] : [],
    newId: <K extends Kind>(kind: K): Id<K> => `${kind}:${(count += 1)}`,
    defaults: { region: 'eu-west-1', ownerId: '111111111111' },
  })
}

const homes = (on: Id<'vpc'> | Id<'subnet'>) =>
  drafted(on).flatMap((it) => (it.kind === 'vpc-endpoint' ? Object.keys(it.subnets) : []))

describe('a new network firewall', () => {
  it('has an endpoint in one subnet of each zone, an empty one where there is', () => {
    expect(homes('vpc:v')).toEqual(['subnet:fw-a', 'subnet:app-b'])
  })
  it('has its endpoint in the subnet that it is dropped on', () => {
    expect(homes('subnet:app-a')).toEqual(['subnet:app-a'])
  })
  it('passes everything until a rule says otherwise', () => {
    expect(drafted('vpc:v')[0]).toMatchObject({
      statelessDefaultAction: 'aws:forward_to_sfe',
      statefulRules: {},
      statefulDefaultAction: null,
    })
  })
})

describe('deleting a network firewall', () => {
  it('takes its endpoints along, and with them the routes to them', () => {
    const drawn = documentOf(
      ...Object.values(document.resources),
      networkFirewall('f', 'v'),
      inspectionEndpoint('e', 'v', 'f', 'fw-a'),
      routeTable('t', 'v', { '0.0.0.0/0': 'vpc-endpoint:e' }),
    )
    const { changed, doomed } = removalOf(drawn, ['network-firewall:f'])
    expect(doomed).toEqual(['network-firewall:f', 'vpc-endpoint:e'])
    expect(changed).toMatchObject([{ id: 'route-table:t', routes: {} }])
  })
})

describe('the rules of a network firewall', () => {
  const withRule = (rule: object) =>
    schema.safeParse(networkFirewall('f', 'v', [{ action: 'PASS', ...rule }])).success
  it.each([
    ['any traffic', {}, true],
    ['one port', { protocol: 'tcp', fromPort: 443, toPort: 443 }, true],
    ['a range without an end', { protocol: 'tcp', fromPort: 443 }, false],
    ['a range the wrong way round', { protocol: 'tcp', fromPort: 443, toPort: 80 }, false],
    ['source ports the wrong way round', { sourceFromPort: 2, sourceToPort: 1 }, false],
    ['an IPv6 block', { source: '2001:db8::/32' }, true],
    ['a domain', { destination: 'example.com' }, false],
    ['an action of stateless rules', { action: 'aws:pass' }, false],
  ])('%s: %s', (_, rule, accepted) => {
    expect(withRule(rule)).toBe(accepted)
  })
})
