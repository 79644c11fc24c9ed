import { describe, expect, it } from 'vitest'
import {
  documentOf,
  latticeAssociation,
  listener,
  loadBalancer,
  securityGroup,
  serviceNetwork,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const

const other = '222222222222'
const base = [
  vpc('v', '10.0.0.0/16'),
  subnet('a', 'v', '10.0.0.0/24'),
  subnet('b', 'v', '10.0.1.0/24', { availabilityZone: 'eu-west-1b' }),
  workload('w', 'a', { workloadType: 'generic' }),
]
const service = (more = {}) => ({ serviceName: 'orders', protocol: 'HTTP', port: 80, ...more })
const network = (services: object, more = {}) => serviceNetwork('mesh', {}, { services, ...more })

function exported(language: Language, ...more: readonly unknown[]) {
  const { files, gaps, renamings } = exportDesign(documentOf(base, more), { to: language })
  const code = files.filter(({ path }) => /[.](tf|yaml)$/.test(path)).map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), about, renamings }
}

const [mesh, association] = ['service-network:mesh', 'service-network-vpc-association:as']

describe('what of VPC Lattice cannot be written is said about the resource it concerns', () => {
  it.each([
    ['no target', mesh, /answers 404 on 80/, [network({ one: service() })]],
    [
      'what the target speaks',
      mesh,
      /does not say what the target speaks/,
      [network({ one: service({ targetId: 'workload:w' }) })],
    ],
    [
      'a target that registers itself',
      mesh,
      /target group without targets/,
      [
        workload('tasks', 'a', { workloadType: 'ecs-service' }),
        network({ one: service({ targetId: 'workload:tasks' }) }),
      ],
    ],
    [
      'a target in another account',
      mesh,
      /another account or Region/,
      [network({ one: service({ targetId: 'workload:w' }) }, { ownerId: other })],
    ],
    [
      'a Network Load Balancer as a target',
      mesh,
      /an Application Load Balancer alone/,
      [
        loadBalancer('nlb', 'v', 'a', { type: 'network', securityGroupIds: null }),
        network({ one: service({ targetId: 'load-balancer:nlb' }) }),
      ],
    ],
    ['who may call', mesh, /auth policy is not part/, [network({}, { authType: 'AWS_IAM' })]],
    [
      'one service that asks on one port alone',
      mesh,
      /asks who calls on every port/,
      [network({ one: service(), two: service({ port: 81, authType: 'AWS_IAM' }) })],
    ],
    [
      'two listeners on one port',
      mesh,
      /listens on 80 twice/,
      [network({ one: service(), two: service() })],
    ],
    [
      'TLS that is passed through to nobody',
      mesh,
      /needs a target/,
      [network({ one: service({ protocol: 'TLS_PASSTHROUGH' }) })],
    ],
    [
      'an association that failed',
      association,
      /CREATE_FAILED/,
      [network({}), latticeAssociation('as', 'v', 'mesh', { status: 'CREATE_FAILED' })],
    ],
    [
      'EP-14: an association of another Region',
      association,
      /joins a VPC of eu-west-1/,
      [network({}, { region: 'us-east-1' }), latticeAssociation('as', 'v', 'mesh')],
    ],
    [
      'EP-14: a second association of a VPC',
      association,
      /second of v/,
      [network({}), latticeAssociation('a', 'v', 'mesh'), latticeAssociation('as', 'v', 'mesh')],
    ],
    [
      'a security group of another VPC',
      association,
      /another VPC/,
      [
        network({}),
        vpc('x', '10.1.0.0/16'),
        securityGroup('far', 'x'),
        latticeAssociation('as', 'v', 'mesh', { securityGroupIds: ['security-group:far'] }),
      ],
    ],
  ])('%s', (_case, id, text, more) => {
    for (const language of languages) {
      const about = exported(language, ...more).about(id)
      expect(about.map((gap) => gap.text).join('\n'), language).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })
})

describe('EP-14: services', () => {
  it('of one name are one service with a listener for each', () => {
    const both = network({
      one: service({ targetId: 'workload:w', targetPort: 8080 }),
      two: service({ protocol: 'HTTPS', port: 443 }),
    })
    const { code } = exported('terraform', both)
    expect(code.match(/resource "aws_vpclattice_service" /g)).toHaveLength(1)
    expect(code.match(/resource "aws_vpclattice_listener"/g)).toHaveLength(2)
    expect(code).toContain('name = "https-443"')
    expect(code).toMatch(
      /target_group_identifier = aws_vpclattice_target_group\.mesh_orders_80\.id\n\n target \{\n id = aws_network_interface\.\w+\.private_ip\n port = 8080/,
    )
  })

  it('reach an Application Load Balancer by its ARN', () => {
    const more = [
      targetGroup('g', 'v', [], { protocol: 'HTTP' }),
      loadBalancer('alb', 'v', ['a', 'b'], { listeners: { 80: listener('HTTP', 'g') } }),
      network({ one: service({ targetId: 'load-balancer:alb', targetPort: 80 }) }),
    ]
    expect(exported('terraform', ...more).code).toMatch(
      /type = "ALB"[\s\S]*id = aws_lb\.v_alb\.arn/,
    )
    expect(exported('cloudformation', ...more).code).toMatch(
      /Type: ALB\n[\s\S]*Targets:\n - Id: !Ref VAlb\w*\n Port: 80/,
    )
  })

  it('that pass TLS through are made once their domain name is set', () => {
    const more = network({ one: service({ protocol: 'TLS_PASSTHROUGH', targetId: 'workload:w' }) })
    const terraform = exported('terraform', more)
    expect(terraform.code.match(/count = var\.mesh_orders_domain_name == null/g)).toHaveLength(3)
    expect(
      terraform
        .about(mesh)
        .map(({ remedy }) => remedy)
        .join(),
    ).toContain('mesh_orders_domain_name')
    expect(exported('cloudformation', more).code).toContain(
      'CustomDomainName: !Ref MeshOrdersDomain',
    )
  })

  it.each([
    ['Orders & more', 'orders-more'],
    ['svc-1', 'service-svc-1'],
    ['db', 'service-db'],
    ['서울', 'seoul'],
  ])('have names that VPC Lattice takes: %s', (name, written) => {
    const { code, renamings } = exported(
      'terraform',
      network({ one: service({ serviceName: name }) }),
    )
    expect(code).toContain(`name = "${written}"`)
    expect(renamings.some(({ what }) => what === 'service name')).toBe(true)
  })
})

describe('EP-14: an association', () => {
  it('from another account comes after the service network is shared with it', () => {
    const more = [
      network({}),
      vpc('x', '10.1.0.0/16', { ownerId: other }),
      latticeAssociation('as', 'x', 'mesh'),
    ]
    const terraform = exported('terraform', ...more)
    expect(terraform.code).toContain('resource "aws_ram_principal_association"')
    expect(terraform.code).toContain(
      'service_network_identifier = aws_vpclattice_service_network.mesh.arn',
    )
    expect(terraform.code).toMatch(
      /depends_on = \[\s*aws_ram_resource_association\.mesh\w*,\s*aws_ram_principal_association\./,
    )
    expect(terraform.about(mesh)[0]?.remedy).toContain('enable-sharing-with-aws-organization')
    expect(exported('cloudformation', ...more).code).toContain('Type: AWS::RAM::ResourceShare')
  })

  it('in the account of the service network needs no share', () => {
    const more = [network({}), latticeAssociation('as', 'v', 'mesh')]
    const { code, about } = exported('terraform', ...more)
    expect(code).not.toContain('aws_ram_')
    expect(code).toContain('service_network_identifier = aws_vpclattice_service_network.mesh.id')
    expect([...about(mesh), ...about(association)]).toEqual([])
  })
})
