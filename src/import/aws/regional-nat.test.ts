import { describe, expect, it } from 'vitest'
import { importAnswers } from './import'

const answers = (AutoProvisionZones?: string) => ({
  Vpcs: [{ VpcId: 'vpc-1', OwnerId: '111122223333', CidrBlock: '10.0.0.0/16' }],
  NatGateways: [
    {
      NatGatewayId: 'nat-0a1b2c3d4e5f60718',
      VpcId: 'vpc-1',
      State: 'available',
      ConnectivityType: 'public',
      AvailabilityMode: 'regional',
      ...(AutoProvisionZones && { AutoProvisionZones }),
      NatGatewayAddresses: [
        { PublicIp: '203.0.113.10', AvailabilityZone: 'eu-west-1a', Status: 'succeeded' },
        { PublicIp: '203.0.113.11', AvailabilityZone: 'eu-west-1b', Status: 'succeeded' },
        { PublicIp: '203.0.113.12', AvailabilityZone: 'eu-west-1b', Status: 'succeeded' },
      ],
    },
  ],
})

describe('NET-19: a regional NAT gateway', () => {
  it.each([
    ['serves the zones of its addresses in manual mode', 'disabled', ['eu-west-1a', 'eu-west-1b']],
    ['serves every zone where AWS provides them', 'enabled', null],
    ['serves every zone where nobody says how', undefined, null],
  ])('%s', (_, mode, zones) => {
    const { resources } = importAnswers([{ path: 'all.json', value: answers(mode) }])
    expect(resources['nat-gateway:nat-0a1b2c3d4e5f60718']).toMatchObject({
      availabilityMode: 'regional',
      availabilityZones: zones,
    })
  })
})
