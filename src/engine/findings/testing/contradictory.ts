import * as fc from 'fast-check'
import type { Document } from '../../../model/document'
import {
  aclAllow,
  aclDeny,
  all,
  documentOf,
  egressOnlyInternetGateway,
  elasticIp,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../model/testing/build'

const name = fc.constantFrom('a', 'b', 'c')
const block = fc.constantFrom(
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.0.0.0/8',
  '172.17.0.0/16',
  '100.64.0.0/16',
  '0.0.0.0/0',
)
const destination = fc.oneof(block, fc.constantFrom('::/0', '2600:1f00::/64', 'prefix-list:a'))
const target = fc.oneof(
  fc.constantFrom(null, 'nat-gateway:gone', 'vpc-peering-connection:gone'),
  fc
    .tuple(
      fc.constantFrom(
        'nat-gateway',
        'internet-gateway',
        'vpc-peering-connection',
        'workload',
        'network-interface',
        'egress-only-internet-gateway',
      ),
      name,
    )
    .map(([kind, tail]) => `${kind}:${tail}`),
)
const routes = fc.dictionary(destination, target, { maxKeys: 4 })
const rule = fc
  .tuple(
    fc.constantFrom(22, 80),
    fc.oneof(
      block,
      name.map((it) => `security-group:${it}`),
    ),
  )
  .map(([port, from]) => (port === 22 ? tcp(port, from) : all(from)))
const rules = fc.array(rule, { maxLength: 2 })
const entries = fc.dictionary(
  fc.constantFrom('10', '90', '100'),
  fc
    .tuple(
      fc.boolean(),
      block,
      fc.constantFrom<readonly [string, (readonly [number, number])?]>(
        ['-1'],
        ['6', [443, 443]],
        ['6', [1024, 65535]],
        ['17', [53, 53]],
      ),
    )
    .map(([isAllow, cidr, [protocol, ports]]) =>
      (isAllow ? aclAllow : aclDeny)(cidr, protocol, ports),
    ),
  { maxKeys: 3 },
)

/** What stands between hosts. */
const device = fc.oneof(
  fc
    .tuple(name, name, entries, entries, fc.boolean())
    .map(([it, of, ingress, egress, isDefault]) =>
      networkAcl(it, of, ingress, egress, { isDefault }),
    ),
  fc
    .tuple(name, name, fc.option(name), fc.boolean())
    .map(([it, of, instance, sourceDestCheck]) =>
      networkInterface(it, of, { instanceId: instance && `workload:${instance}`, sourceDestCheck }),
    ),
  fc
    .tuple(name, name, fc.constantFrom('forward', 'masquerade', 'drop', 'none'), fc.boolean())
    .map(([it, of, forwarding, sourceDestCheck]) =>
      workload(it, of, { forwarding }, { sourceDestCheck }),
    ),
  fc.tuple(name, name).map(([it, of]) => egressOnlyInternetGateway(it, of)),
  fc.tuple(name, name, fc.boolean()).map(([it, of, isPrivate]) =>
    isPrivate
      ? natGateway(it, of, { connectivityType: 'private' })
      : natGateway(it, of, {
          subnetId: null,
          vpcId: `vpc:${of}`,
          availabilityMode: 'regional',
          routeTableId: `route-table:${of}`,
        }),
  ),
  fc
    .tuple(name, name, routes, name)
    .map(([it, of, its, gateway]) =>
      routeTable(it, of, its, { gatewayId: `internet-gateway:${gateway}` }),
    ),
  fc.tuple(name, name, block, fc.option(name)).map(([it, of, cidrBlock, acl]) =>
    subnet(it, of, cidrBlock, {
      availabilityZone: 'eu-west-1b',
      ipv6CidrBlock: '2600:1f00::/64',
      networkAclId: acl && `network-acl:${acl}`,
    }),
  ),
  fc
    .tuple(name, fc.uniqueArray(block, { maxLength: 2 }))
    .map(([it, blocks]) => prefixList(it, blocks)),
  fc.tuple(name, fc.option(name)).map(([it, of]) => elasticIp(it, of && `workload:${of}`)),
)

/** Resources that each could be, in designs that often could not. */
const resource = fc.oneof(
  fc
    .tuple(
      name,
      block,
      fc.uniqueArray(block, { maxLength: 2 }),
      fc.constantFrom('eu-west-1', 'us-east-1'),
    )
    .map(([it, cidrBlock, secondaryCidrBlocks, region]) =>
      vpc(it, cidrBlock, { secondaryCidrBlocks, region }),
    ),
  fc
    .tuple(name, name, block, fc.option(name))
    .map(([it, of, cidrBlock, table]) =>
      subnet(it, of, cidrBlock, { routeTableId: table && `route-table:${table}` }),
    ),
  fc
    .tuple(name, name, routes, fc.boolean())
    .map(([it, of, its, main]) => (main ? mainTable(it, of, its) : routeTable(it, of, its))),
  fc
    .tuple(name, name, name, fc.constantFrom('active', 'pending-acceptance', 'failed', 'deleted'))
    .map(([it, from, to, status]) => peering(it, from, to, { status })),
  fc
    .tuple(name, name, fc.constantFrom('attached', 'detached'))
    .map(([it, of, attachmentState]) => internetGateway(it, of, { attachmentState })),
  fc
    .tuple(name, name, fc.constantFrom('available', 'deleted'))
    .map(([it, of, state]) => natGateway(it, of, { state })),
  fc.tuple(name, name, rules, rules).map(([it, of, ...lists]) => securityGroup(it, of, ...lists)),
  fc
    .tuple(
      name,
      fc.uniqueArray(name, { minLength: 1 }),
      fc.constantFrom('none', 'elastic-ip'),
      name,
    )
    .map(([it, subnets, publicAddress, group]) =>
      workload(it, subnets, { securityGroupIds: [`security-group:${group}`] }, { publicAddress }),
    ),
)
const anyResource = fc.oneof({ arbitrary: resource, weight: 3 }, { arbitrary: device, weight: 1 })

/** Documents that hold together or do not: any mix, references to nowhere included. */
export const documents = fc
  .array(anyResource, { maxLength: 28 })
  .map((resources): Document => documentOf(resources))

const letters = ['a', 'b', 'c'] as const
/** Three small VPCs, each with a workload that has a group. */
const sound = letters.flatMap((it, index) => [
  vpc(it, `10.${index}.0.0/16`),
  subnet(it, it, `10.${index}.1.0/24`),
  mainTable(it, it),
  securityGroup(it, it),
  workload(it, it, { securityGroupIds: [`security-group:${it}`] }),
])

/** Three VPCs that hold together, with a few resources replaced by or added from anywhere. */
export const disturbed = fc
  .array(anyResource, { maxLength: 8 })
  .map((resources): Document => documentOf(sound, resources))
