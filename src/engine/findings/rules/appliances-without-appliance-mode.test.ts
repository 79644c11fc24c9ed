import { describe, expect, it } from 'vitest'
import {
  inspectionEndpoint,
  networkFirewall,
  transitGateway,
  workload,
} from '../../../model/testing/build'
import { site, type Site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { appliancesWithoutApplianceMode } from './appliances-without-appliance-mode'

const firewall = (zone: string, more: object = {}) =>
  workload(`fw-${zone}`, `a-${zone}`, {
    workloadType: 'appliance',
    forwarding: 'forward',
    ...more,
  })
const endpoint = (zone: string) => inspectionEndpoint(`e-${zone}`, 'a', 'f', `a-${zone}`)
const design = (more: Site, ...firewalls: readonly object[]) =>
  [transitGateway('t'), site('a', 0, { zones: ['a', 'b'], ...more }), firewalls].flat()

describe('L34', () => {
  it.each([
    ['in two zones', design({}, firewall('a'), firewall('b')), 1],
    ['in one zone', design({}, firewall('a')), 0],
    [
      'one of them keeps no state',
      design({}, firewall('a'), firewall('b', { stateful: false })),
      0,
    ],
    [
      'one of them does not forward',
      design({}, firewall('a'), firewall('b', { forwarding: 'none' })),
      0,
    ],
    [
      'appliance mode is on',
      design({ attachment: { applianceModeSupport: true } }, firewall('a'), firewall('b')),
      0,
    ],
    [
      'the endpoints of a firewall in two zones (EP-12)',
      design({}, networkFirewall('f', 'a'), endpoint('a'), endpoint('b')),
      1,
    ],
    ['its endpoint in one zone', design({}, networkFirewall('f', 'a'), endpoint('a')), 0],
    ['attached in one zone', design({ attached: ['a'] }, firewall('a'), firewall('b')), 0],
  ])('%s', (_, resources, count) => {
    expect(found(appliancesWithoutApplianceMode, resources)).toHaveLength(count)
  })
  it('switches appliance mode on', () => {
    const resources = design({}, firewall('a'), firewall('b'))
    expect(left(appliancesWithoutApplianceMode, resources)).toEqual([0])
  })
})
