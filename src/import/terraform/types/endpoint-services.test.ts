import { describe, expect, it } from 'vitest'
import { askedOf, expectSame, resourceIn } from '../testing/same-ways'
import { ref, threeWays, type Resources } from '../testing/three-ways'

const open = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }
const net = (name: string, cidr_block: string, subnet: string): Resources => {
  const inVpc = { vpc_id: ref(`aws_vpc.${name}.id`) }
  return {
    [`aws_vpc.${name}`]: { cidr_block },
    [`aws_subnet.${name}`]: { ...inVpc, cidr_block: subnet, availability_zone: 'eu-west-1a' },
    [`aws_security_group.${name}`]: { ...inVpc, ingress: [open], egress: [open] },
    [`aws_instance.${name}`]: {
      subnet_id: ref(`aws_subnet.${name}.id`),
      vpc_security_group_ids: [ref(`aws_security_group.${name}.id`)],
      private_ip: subnet.replace('0/24', '10'),
    },
  }
}

/** A service behind a Network Load Balancer in one VPC, and an endpoint of it in another. */
const offered = (service: Resources[string], more: Resources = {}): Resources => ({
  ...net('serve', '10.1.0.0/16', '10.1.1.0/24'),
  ...net('use', '10.2.0.0/16', '10.2.1.0/24'),
  'aws_lb.front': {
    name: 'front',
    load_balancer_type: 'network',
    internal: true,
    subnets: [ref('aws_subnet.serve.id')],
  },
  'aws_lb_target_group.app': {
    name: 'app',
    port: 443,
    protocol: 'TCP',
    vpc_id: ref('aws_vpc.serve.id'),
  },
  'aws_lb_target_group_attachment.app': {
    target_group_arn: ref('aws_lb_target_group.app.arn'),
    target_id: ref('aws_instance.serve.id'),
  },
  'aws_lb_listener.front': {
    load_balancer_arn: ref('aws_lb.front.arn'),
    port: 443,
    protocol: 'TCP',
    default_action: [{ type: 'forward', target_group_arn: ref('aws_lb_target_group.app.arn') }],
  },
  'aws_vpc_endpoint_service.offer': {
    network_load_balancer_arns: [ref('aws_lb.front.arn')],
    ...service,
  },
  'aws_vpc_endpoint.use': {
    vpc_id: ref('aws_vpc.use.id'),
    vpc_endpoint_type: 'Interface',
    service_name: ref('aws_vpc_endpoint_service.offer.service_name'),
    subnet_ids: [ref('aws_subnet.use.id')],
    security_group_ids: [ref('aws_security_group.use.id')],
  },
  ...more,
})

const serviceId = 'vpce-svc-0a1b2c3d4e5f60718'
const known = (state: string) => ({
  'aws_instance.serve': { primary_network_interface_id: 'eni-0a' },
  'aws_instance.use': { primary_network_interface_id: 'eni-0b' },
  'aws_vpc_endpoint_service.offer': {
    id: serviceId,
    service_name: `com.amazonaws.vpce.eu-west-1.${serviceId}`,
  },
  'aws_vpc_endpoint.use': { state },
})

const accepter = {
  'aws_vpc_endpoint_connection_accepter.use': {
    vpc_endpoint_service_id: ref('aws_vpc_endpoint_service.offer.id'),
    vpc_endpoint_id: ref('aws_vpc_endpoint.use.id'),
  },
}

describe('an endpoint service of Terraform', () => {
  it.each<[string, boolean, Resources, string, RegExp]>([
    ['is reached over its endpoint where nobody has to accept it', false, {}, 'available', /^OK/],
    ['waits for its owner (EP-7)', true, {}, 'pendingAcceptance', /^NO\(/],
    ['carries once its owner accepts it', true, accepter, 'pendingAcceptance', /^OK/],
  ])('%s', async (_, acceptance_required, more, state, expected) => {
    const ways = await threeWays(offered({ acceptance_required }, more), known(state))
    expectSame(ways)
    expect(askedOf(ways, 'workload use', 'vpc-endpoint use', 'tcp/443')).toMatch(expected)
    expect(askedOf(ways, 'workload use', 'vpc-endpoint use', 'tcp/80')).toMatch(/^NO\(/)
  })

  it('allows whom it names, or what names it', async () => {
    const root = (account: string) => `arn:aws:iam::${account}:root`
    const apart = {
      'aws_vpc_endpoint_service_allowed_principal.other': {
        vpc_endpoint_service_id: ref('aws_vpc_endpoint_service.offer.id'),
        principal_arn: root('222222222222'),
      },
    }
    const service = { acceptance_required: false, allowed_principals: [root('333333333333')] }
    const ways = await threeWays(offered(service, apart), known('available'))
    expectSame(ways)
    expect(resourceIn(ways.plan, 'vpc-endpoint-service offer')).toMatchObject({
      // that of the endpoint is allowed as well
      allowedPrincipals: ['123456789012', '222222222222', '333333333333'],
    })
  })
})
