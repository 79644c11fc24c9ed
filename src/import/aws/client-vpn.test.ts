import { describe, expect, it } from 'vitest'
import { importAnswers } from './import'

const id = 'cvpn-endpoint-0a1b2c3d4e5f60718'

const network = {
  Vpcs: [{ VpcId: 'vpc-1', OwnerId: '111122223333', CidrBlock: '10.0.0.0/16' }],
  Subnets: [
    {
      SubnetId: 'subnet-1',
      VpcId: 'vpc-1',
      CidrBlock: '10.0.0.0/24',
      AvailabilityZone: 'eu-west-1a',
      OwnerId: '111122223333',
    },
  ],
  ClientVpnEndpoints: [
    {
      ClientVpnEndpointId: id,
      Description: 'people',
      Status: { Code: 'available' },
      ClientCidrBlock: '172.16.0.0/22',
      SplitTunnel: true,
      SecurityGroupIds: [],
    },
  ],
}

const rule = (DestinationCidr: string, said: object = { AccessAll: true }) => ({
  ClientVpnEndpointId: id,
  DestinationCidr,
  Status: { Code: 'active' },
  ...said,
})

const networks = {
  ClientVpnTargetNetworks: [
    {
      ClientVpnEndpointId: id,
      TargetNetworkId: 'subnet-1',
      VpcId: 'vpc-1',
      Status: { Code: 'associated' },
    },
    {
      ClientVpnEndpointId: id,
      TargetNetworkId: 'subnet-2',
      VpcId: 'vpc-1',
      Status: { Code: 'disassociating' },
    },
  ],
}

const routes = {
  Routes: [
    {
      ClientVpnEndpointId: id,
      DestinationCidr: '10.0.0.0/16',
      TargetSubnet: 'subnet-1',
      Origin: 'associate',
      Status: { Code: 'active' },
    },
    {
      ClientVpnEndpointId: id,
      DestinationCidr: '0.0.0.0/0',
      TargetSubnet: 'subnet-1',
      Origin: 'add-route',
      Status: { Code: 'active' },
    },
  ],
}

function endpointIn(...answers: readonly object[]) {
  const { resources } = importAnswers(
    [network, ...answers].map((value, index) => ({ path: `${index}.json`, value })),
  )
  return resources[`client-vpn-endpoint:${id}`]
}

describe('a Client VPN endpoint that the AWS CLI describes', () => {
  it('has its target networks, rules and added routes, what is on its way out left out', () => {
    const rules = { AuthorizationRules: [rule('10.0.0.0/16'), rule('0.0.0.0/0')] }
    const endpoint = endpointIn(networks, rules, routes)
    expect(endpoint).toMatchObject({
      name: 'people',
      vpcId: 'vpc:vpc-1',
      state: 'available',
      clientCidrBlock: '172.16.0.0/22',
      splitTunnel: true,
      associations: { 'subnet:subnet-1': { privateIpAddress: null } },
      authorizationRules: {
        'rule-1': { destinationCidr: '0.0.0.0/0' },
        'rule-2': { destinationCidr: '10.0.0.0/16' },
      },
      routes: { 'route-1': { destinationCidr: '0.0.0.0/0', targetSubnetId: 'subnet:subnet-1' } },
    })
    expect(Object.keys(endpoint ?? {})).not.toContain('undescribed')
    expect(
      Object.keys(endpoint && 'associations' in endpoint ? endpoint.associations : {}),
    ).toEqual(['subnet:subnet-1'])
  })

  it('has no rules and routes where the calls for it answered none', () => {
    const nothing = [{ AuthorizationRules: [] }, { Routes: [] }, networks]
    const endpoint = endpointIn(...nothing.map((it) => ({ ...it, ClientVpnEndpointId: id })))
    expect(endpoint).toMatchObject({ authorizationRules: {}, routes: {} })
    expect(endpoint?.undescribed).toBeUndefined()
  })

  it('is unknown while a call for a part of it was not made', () => {
    const rules = { AuthorizationRules: [rule('10.0.0.0/16')] }
    expect(endpointIn(networks, routes)?.undescribed).toBe(
      'aws ec2 describe-client-vpn-authorization-rules',
    )
    expect(endpointIn(networks, rules)?.undescribed).toBe('aws ec2 describe-client-vpn-routes')
  })

  it('is unknown where a rule is for some clients only, and not for all besides', () => {
    const some = rule('10.0.0.0/16', { AccessAll: false, GroupId: 'S-1-5-21' })
    const doubt = 'which clients are in the groups that its authorization rules name'
    expect(endpointIn(networks, routes, { AuthorizationRules: [some] })?.undescribed).toBe(doubt)
    const all = { AuthorizationRules: [some, rule('10.0.0.0/16')] }
    expect(endpointIn(networks, routes, all)?.undescribed).toBeUndefined()
  })
})
