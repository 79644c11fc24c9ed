import type { Document } from '../../model/document'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'

const region = 'ap-northeast-2'
const [zoneA, zoneC] = [`${region}a`, `${region}c`]

/** One side of scenario S1: private subnets with the service, public ones with the gateways. */
function side(name: 'A' | 'B', ownerId: string, second: number, peer: string) {
  const vpcName = `VPC ${name}`
  const at = (text: string) => `${name} ${text}`
  const block = (third: number) => `10.${second}.${third}.0/24`
  return [
    vpc(vpcName, `10.${second}.0.0/16`, { ownerId, region, enableDnsHostnames: true }),
    mainTable(at('main'), vpcName),
    routeTable(at('public'), vpcName, { '0.0.0.0/0': `internet-gateway:${at('igw')}` }),
    ...['a', 'c'].map((zone) =>
      routeTable(at(`private ${zone}`), vpcName, {
        ...(name === 'A' ? { '0.0.0.0/0': `nat-gateway:${at('nat')}` } : {}),
        [peer]: 'vpc-peering-connection:A to B',
      }),
    ),
    internetGateway(at('igw'), vpcName),
    subnet(at('private a'), vpcName, block(0), {
      availabilityZone: zoneA,
      routeTableId: `route-table:${at('private a')}`,
    }),
    subnet(at('private c'), vpcName, block(1), {
      availabilityZone: zoneC,
      routeTableId: `route-table:${at('private c')}`,
    }),
    subnet(at('public a'), vpcName, block(100), {
      availabilityZone: zoneA,
      routeTableId: `route-table:${at('public')}`,
    }),
    subnet(at('public c'), vpcName, block(101), {
      availabilityZone: zoneC,
      routeTableId: `route-table:${at('public')}`,
    }),
  ]
}

/** Scenario S1 after its last step: peered, routed on both sides, service B open to A's subnets. */
export function finishedS1(): Document {
  const document = documentOf(
    side('A', '111111111111', 0, '10.1.0.0/16'),
    side('B', '222222222222', 1, '10.0.0.0/16'),
    natGateway('A nat', 'A public a'),
    peering('A to B', 'VPC A', 'VPC B'),
    securityGroup('service A', 'VPC A'),
    securityGroup(
      'service B',
      'VPC B',
      [tcp(8080, '10.0.0.0/24'), tcp(8080, '10.0.1.0/24')],
      [all('0.0.0.0/0')],
    ),
    workload('Service A', ['A private a', 'A private c'], {
      workloadType: 'eks-node-group',
      securityGroupIds: ['security-group:service A'],
    }),
    workload('Service B', ['B private a', 'B private c'], {
      workloadType: 'ecs-service',
      securityGroupIds: ['security-group:service B'],
    }),
  )
  return {
    ...document,
    name: 'S1: EKS to ECS',
    description: 'An EKS service talks to an ECS service in another VPC.',
    accounts: [
      { id: '111111111111', name: 'Platform' },
      { id: '222222222222', name: 'Services' },
    ],
  }
}
