import type { Document } from '../../model/document'
import {
  documentOf,
  eksCluster,
  eksPods,
  elasticIp,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  networkInterface,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../../model/testing/build'

const group = { securityGroupIds: ['security-group:app'] }
const both = ['a', 'b']

/** One of every type of workload, in one VPC with public subnets and others for pods. */
export const workloadsDocument = (): Document =>
  documentOf(
    vpc('Shop', '10.0.0.0/16', {
      secondaryCidrBlocks: ['100.64.0.0/16'],
      ipv6CidrBlocks: ['2001:db8:1200::/56'],
    }),
    mainTable('main', 'Shop'),
    internetGateway('igw', 'Shop'),
    routeTable('public', 'Shop', { '0.0.0.0/0': 'internet-gateway:igw' }),
    routeTable('inspected', 'Shop', { '192.168.0.0/16': 'workload:firewall' }),
    subnet('edge', 'Shop', '10.0.0.0/24', { routeTableId: 'route-table:public' }),
    subnet('a', 'Shop', '10.0.1.0/24', { ipv6CidrBlock: '2001:db8:1200:1::/64' }),
    subnet('b', 'Shop', '10.0.2.0/24', { availabilityZone: 'eu-west-1b' }),
    subnet('pods a', 'Shop', '100.64.0.0/24'),
    subnet('pods b', 'Shop', '100.64.1.0/24', { availabilityZone: 'eu-west-1b' }),
    securityGroup('app', 'Shop'),
    workload('bastion', 'edge', group, { publicAddress: 'elastic-ip' }),
    workload('dual', 'a', group, { ipv6Addresses: ['2001:db8:1200:1::a'] }),
    networkInterface('management', 'a', { instanceId: 'workload:dual' }),
    elasticIp('management', 'network-interface:management'),
    workload('firewall', 'a', { workloadType: 'appliance' }, { sourceDestCheck: false }),
    workload('split', both, group),
    workload('service', both, { ...group, workloadType: 'ecs-service' }),
    workload('function', both, { ...group, workloadType: 'lambda-function' }),
    workload('database', both, { ...group, workloadType: 'rds-db-instance' }),
    workload('small database', 'a', { workloadType: 'rds-db-instance' }),
    workload('nodes', both, { ...group, workloadType: 'eks-node-group' }),
    workload('more nodes', both, { workloadType: 'eks-node-group' }),
    workload('thing', 'b', { workloadType: 'generic' }),
    eksCluster('Platform', 'Shop', both, {
      ...group,
      serviceIpv4Cidr: '172.20.0.0/16',
      externalSnat: true,
      excludeSnatCidrs: ['10.0.0.0/8', '192.168.0.0/16'],
      eniConfigs: {
        'eu-west-1a': { subnetId: 'subnet:pods a', securityGroupIds: ['security-group:app'] },
        'eu-west-1b': { subnetId: 'subnet:pods b' },
      },
    }),
    eksPods('web', 'Platform', 'nodes'),
    eksPods('agents', 'Platform', 'nodes', { hostNetwork: true }),
    targetGroup('tasks', 'Shop', ['workload:service', 'network-interface:management'], {
      targetType: 'ip',
      protocol: 'HTTP',
      port: 8080,
    }),
    targetGroup('instances', 'Shop', ['workload:dual'], { protocol: 'HTTP', port: 80 }),
    loadBalancer('front', 'Shop', both, {
      ...group,
      listeners: { 80: listener('HTTP', 'tasks'), 81: listener('HTTP', 'instances') },
    }),
  )
