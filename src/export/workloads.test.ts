import { describe, expect, it } from 'vitest'
import {
  documentOf,
  listener,
  loadBalancer,
  mainTable,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'
import { usualOptions } from './options'
import { workloadsDocument } from './testing/workloads'
import { withoutWorkloads } from './without-workloads'

function exported(to: 'terraform' | 'cloudformation', document = workloadsDocument()) {
  const { files, gaps } = exportDesign(document, { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), gaps }
}

/** The lines of one block. */
const blockOf = (code: string, start: string, end: string) => {
  const [, after = ''] = code.split(start)
  return after.split(end)[0] ?? ''
}

describe('what runs is made once the one thing is set that the design does not know', () => {
  const { code } = exported('terraform')
  it.each([
    [
      'aws_instance" "shop_bastion',
      'shop_bastion_ami_id',
      'network_interface_id = aws_network_interface.shop_bastion_edge.id',
    ],
    [
      'aws_network_interface_attachment" "shop_dual_1',
      'shop_dual_ami_id',
      'network_interface_id = aws_network_interface.shop_management.id',
    ],
    ['aws_instance" "shop_firewall', 'shop_firewall_ami_id', 'ami = var.shop_firewall_ami_id'],
    [
      'aws_ecs_service" "shop_service',
      'shop_service_task_definition',
      'depends_on = [aws_lb_listener.shop_front_80]',
    ],
    ['aws_ecs_service" "shop_service', 'shop_service_task_definition', 'container_port = 8080'],
    [
      'aws_lambda_function" "shop_function',
      'shop_function_image_uri',
      'subnet_ids = [aws_subnet.shop_a.id, aws_subnet.shop_b.id]',
    ],
    [
      'aws_db_instance" "shop_database',
      'shop_database_engine',
      'db_subnet_group_name = aws_db_subnet_group.shop_database.name',
    ],
    [
      'aws_eks_cluster" "shop_platform',
      'shop_platform_kubernetes_version',
      'service_ipv4_cidr = "172.20.0.0/16"',
    ],
    [
      'aws_eks_node_group" "shop_nodes',
      'shop_platform_kubernetes_version',
      'version = aws_launch_template.shop_nodes[0].latest_version',
    ],
    [
      'aws_launch_template" "shop_nodes',
      'shop_platform_kubernetes_version',
      'vpc_security_group_ids = [aws_security_group.shop_app.id]',
    ],
  ])('Terraform: %s waits for %s', (address, variable, line) => {
    const block = blockOf(code, `resource "${address}"`, '\n}\n')
    expect(block).toContain(`count = var.${variable} == null ? 0 : 1`)
    expect(block).toContain(line)
    expect(code).toContain(`variable "${variable}"`)
  })

  const template = exported('cloudformation').code
  it.each([
    ['AWS::EC2::Instance', 'HasShopBastionAmiId', 'NetworkInterfaceId: !Ref ShopBastionEdge'],
    ['AWS::ECS::Service', 'HasShopServiceTaskDefinition', 'AssignPublicIp: DISABLED'],
    ['AWS::Lambda::Function', 'HasShopFunctionImageUri', 'ImageUri: !Ref ShopFunctionImageUri'],
    ['AWS::RDS::DBInstance', 'HasShopDatabaseEngine', 'ManageMasterUserPassword: true'],
    ['AWS::EKS::Cluster', 'HasShopPlatformKubernetesVersion', 'ServiceIpv4Cidr: 172.20.0.0/16'],
    ['AWS::EKS::Addon', 'HasShopPlatformKubernetesVersion', 'AddonName: vpc-cni'],
    ['AWS::EKS::Nodegroup', 'HasShopPlatformKubernetesVersion', 'ClusterName: !Ref ShopPlatform'],
  ])('CloudFormation: %s waits for %s', (type, condition, line) => {
    const [, ...blocks] = template.split(`Type: ${type}\n`)
    const block = blocks.map((it) => it.split('\n\n')[0]).find((it) => it?.includes(condition))
    expect(block).toContain(`Condition: ${condition}`)
    expect(block).toContain(line)
  })

  it('LB-14, LB-15: the VPC CNI is told whose addresses pods keep, and where they get theirs', () => {
    const [, values = ''] = /configuration_values = "(.*)"\n/.exec(code) ?? []
    const json = values.replaceAll('\\"', '"').replaceAll(/\$\{(aws_\w+)\.(\w+)\.id\}/g, '$2')
    expect(JSON.parse(json)).toEqual({
      env: {
        AWS_VPC_K8S_CNI_EXTERNALSNAT: 'true',
        AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS: '10.0.0.0/8,192.168.0.0/16',
        AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: 'true',
        ENI_CONFIG_LABEL_DEF: 'topology.kubernetes.io/zone',
      },
      eniConfig: {
        create: true,
        region: 'eu-west-1',
        subnets: {
          'eu-west-1a': { id: 'shop_pods_a', securityGroups: ['shop_app'] },
          'eu-west-1b': { id: 'shop_pods_b' },
        },
      },
    })
  })

  it('subnets are tagged for the load balancers of the cluster', () => {
    const tagged = (name: string) => blockOf(code, `resource "aws_subnet" "shop_${name}"`, '\n}\n')
    expect(tagged('edge')).toContain('"kubernetes.io/role/elb" = "1"')
    expect(tagged('a')).toContain('"kubernetes.io/role/internal-elb" = "1"')
    expect(tagged('pods_a')).not.toContain('kubernetes.io')
    expect(template.match(/Key: kubernetes.io\/role\/internal-elb/g)).toHaveLength(2)
  })
})

describe('a setting that several stacks share', () => {
  const service = (name: string, number: number, region: string) => [
    vpc(name, `10.${number}.0.0/16`, { region }),
    mainTable(`${name}-main`, name),
    subnet(`${name}-s`, name, `10.${number}.0.0/24`, { availabilityZone: `${region}a` }),
    workload(`${name}-w`, `${name}-s`, { workloadType: 'ecs-service' }),
  ]
  const document = documentOf(service('a', 0, 'eu-west-1'), service('b', 1, 'us-east-1'))

  it('is a parameter of each of them, by one name, and one variable of a project', () => {
    const templates = exportDesign(document, { to: 'cloudformation' }).files.filter(({ path }) =>
      path.endsWith('.yaml'),
    )
    expect(templates).toHaveLength(2)
    for (const { text } of templates) {
      expect(text).toContain('\n  EcsCluster:\n    Type: String')
      expect(text).toContain('Cluster: !Ref EcsCluster\n')
    }
    expect(exported('terraform', document).code.match(/variable "ecs_cluster"/g)).toHaveLength(1)
  })

  it('hangs on the certificate of the only listener that leads to its tasks', () => {
    const behind = documentOf(
      service('a', 0, 'eu-west-1'),
      targetGroup('tg', 'a', ['workload:a-w'], { targetType: 'ip', protocol: 'TCP', port: 80 }),
      loadBalancer('lb', 'a', 'a-s', {
        type: 'network',
        listeners: { 443: listener('TLS', 'tg') },
      }),
    )
    expect(exported('terraform', behind).code).toContain(
      'count = var.a_w_task_definition == null || var.a_lb_443_certificate_arn == null ? 0 : 1',
    )
    expect(exported('cloudformation', behind).code).toMatch(
      /Type: AWS::ECS::Service\n Condition: HasAWTaskDefinitionAndALb443CertificateArn/,
    )
  })

  it('is not there where nobody asks for it', () => {
    expect(exported('terraform', document).code).not.toContain('container_name')
  })
})

describe('what AWS would not take is not made, and said', () => {
  const said = exported('terraform').gaps.map(({ resourceId, text }) => `${resourceId} ${text}`)
  it.each([
    ['workload:split', 'one Availability Zone'],
    ['workload:small database', 'two Availability Zones'],
    ['eks-pods:agents', 'on the network of the host'],
    ['eks-pods:web', 'Kubernetes makes them'],
  ])('%s: %s', (id, text) => {
    expect(said.some((it) => it.startsWith(id) && it.includes(text))).toBe(true)
  })

  it('nodes without a cluster are a place to fill in', () => {
    const { code, gaps } = exported(
      'terraform',
      documentOf(
        vpc('v', '10.0.0.0/16'),
        mainTable('m', 'v'),
        subnet('s', 'v', '10.0.0.0/24'),
        workload('nodes', 's', { workloadType: 'eks-node-group' }),
      ),
    )
    expect(code).not.toContain('aws_eks')
    expect(gaps.map(({ text }) => text)).toContainEqual(expect.stringContaining('no EKS cluster'))
  })
})

describe('IPv6 addresses of interfaces', () => {
  it('keep their place in the block that AWS chooses, where the language can compute it', () => {
    expect(exported('terraform').code).toContain(
      'ipv6_addresses = [cidrhost(aws_subnet.shop_a.ipv6_cidr_block, 10)]',
    )
    const template = exported('cloudformation')
    expect(template.code).toContain('Ipv6AddressCount: 1')
    expect(template.gaps.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('2001:db8:1200:1::a'),
    )
  })
})

describe('the network without workloads', () => {
  const { document, gaps } = withoutWorkloads(workloadsDocument())
  it('holds no workload, and says of each that it is left out', () => {
    const kinds = Object.values(document.resources).map(({ kind }) => kind)
    for (const kind of ['workload', 'eks-cluster', 'eks-pods']) expect(kinds).not.toContain(kind)
    const { resources } = workloadsDocument()
    const gone = Object.keys(resources).filter((id) => !Object.hasOwn(document.resources, id))
    expect(new Set(gaps.map(({ resourceId }) => resourceId))).toEqual(new Set(gone))
  })

  it('is written when the design asks for it', () => {
    const options = { ...usualOptions, workloads: false }
    const asked = { ...workloadsDocument(), exporting: { options, addresses: {} } }
    const { code, gaps: said } = exported('terraform', asked)
    expect(said).toEqual(expect.arrayContaining([...gaps]))
    expect(code).not.toMatch(/aws_(instance|ecs_service|lambda_function|db_instance|eks_cluster)"/)
    expect(code).not.toContain('kubernetes.io')
    expect(code).toContain('resource "aws_lb" "shop_front"')
  })
})
