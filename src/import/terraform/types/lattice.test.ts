import { describe, expect, it } from 'vitest'
import { resourceIn } from '../testing/same-ways'
import { appliedId, ref, threeWays, type Resources } from '../testing/three-ways'

const mesh: Resources = {
  'aws_vpc.a': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.a': {
    vpc_id: ref('aws_vpc.a.id'),
    cidr_block: '10.0.1.0/24',
    availability_zone: 'eu-west-1a',
  },
  'aws_instance.web': { subnet_id: ref('aws_subnet.a.id') },
  'aws_vpclattice_service_network.mesh': { name: 'mesh', auth_type: 'NONE' },
  'aws_vpclattice_service.shop': { name: 'shop', auth_type: 'NONE' },
  'aws_vpclattice_service_network_service_association.shop': {
    service_network_identifier: ref('aws_vpclattice_service_network.mesh.id'),
    service_identifier: ref('aws_vpclattice_service.shop.id'),
  },
  'aws_vpclattice_service_network_vpc_association.a': {
    service_network_identifier: ref('aws_vpclattice_service_network.mesh.id'),
    vpc_identifier: ref('aws_vpc.a.id'),
  },
  'aws_vpclattice_target_group.web': {
    name: 'web',
    type: 'INSTANCE',
    config: [{ port: 8080, protocol: 'HTTP', vpc_identifier: ref('aws_vpc.a.id') }],
  },
  'aws_vpclattice_target_group_attachment.web': {
    target_group_identifier: ref('aws_vpclattice_target_group.web.id'),
    target: [{ id: ref('aws_instance.web.id'), port: 8080 }],
  },
  'aws_vpclattice_listener.http': {
    name: 'http',
    protocol: 'HTTP',
    port: 80,
    service_identifier: ref('aws_vpclattice_service.shop.id'),
    default_action: [
      {
        forward: [
          {
            target_groups: [
              { target_group_identifier: ref('aws_vpclattice_target_group.web.id'), weight: 100 },
            ],
          },
        ],
      },
    ],
  },
}

const known = {
  'aws_instance.web': { primary_network_interface_id: 'eni-0a', private_ip: '10.0.1.9' },
}

describe('a service network', () => {
  it('EP-14: has the services of its associations, and who answers them', async () => {
    const ways = await threeWays(mesh, known)
    const network = resourceIn(ways.state, 'service-network mesh')
    expect(network.undescribed).toBeUndefined()
    expect(JSON.stringify(network)).toContain(`workload:${appliedId('aws_instance.web')}`)
    expect(network).toMatchObject({
      services: { 'service-1': { protocol: 'HTTP', port: 80, targetPort: 8080 } },
    })
    for (const each of [ways.plan, ways.code])
      expect(resourceIn(each, 'service-network mesh')).toMatchObject({
        services: { 'service-1': { protocol: 'HTTP', port: 80, targetPort: 8080 } },
      })
    expect(resourceIn(ways.code, 'service-network-vpc-association a')).toMatchObject({
      vpcId: resourceIn(ways.code, 'vpc a').id,
      serviceNetworkId: resourceIn(ways.code, 'service-network mesh').id,
    })
  })

  it('is unknown where a rule chooses, or what it reaches is no service', async () => {
    for (const more of [
      {
        'aws_vpclattice_listener_rule.it': {
          name: 'it',
          priority: 1,
          listener_identifier: ref('aws_vpclattice_listener.http.listener_id'),
          service_identifier: ref('aws_vpclattice_service.shop.id'),
        },
      },
      {
        'aws_vpclattice_service_network_resource_association.it': {
          resource_configuration_identifier: 'rcfg-0a',
          service_network_identifier: ref('aws_vpclattice_service_network.mesh.id'),
        },
      },
    ] as const) {
      const ways = await threeWays({ ...mesh, ...more }, known)
      for (const each of [ways.state, ways.plan, ways.code])
        expect(resourceIn(each, 'service-network mesh').undescribed).toContain('.it')
    }
  })
})
