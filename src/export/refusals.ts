import { assertNever } from '../base/invariant'
import { associationProblem, blockProblem, type BlockProblem } from '../model/vpc-blocks'
import { contains, firstOverlap, holds, overlaps, prefixLengthOf, type Cidr } from '../net/cidr'
import type { Design } from '../kinds/contract'
import type { Resource, ResourceOf } from '../kinds/resource'
import { placeKey } from '../iac/block'
import { peeringPlan } from '../kinds/vpc-peering-connection/plan'
import { keysOf } from '../kinds/without'
import { inOrder } from './collect'
import type { Gap } from './report'

/** The one port of GENEVE. */
const genevePort = 6081

const blocksOf = (vpc: ResourceOf<'vpc'>): readonly Cidr[] => [
  vpc.cidrBlock,
  ...vpc.secondaryCidrBlocks,
]

const refused = (it: Resource, text: string, remedy: string): Gap => ({
  resourceId: it.id,
  text: `${text} It is exported as drawn; AWS will refuse it.`,
  remedy,
})

/** What is exported as drawn although AWS refuses it, so that an apply would stop there. */
export function refusalsOf(design: Design): readonly Gap[] {
  return [
    ...quotaRefusals(design),
    ...inOrder(design.all('vpc')).flatMap((vpc) => vpcRefusals(vpc, design)),
    ...inOrder(design.all('subnet')).flatMap((subnet) => subnetRefusals(subnet, design)),
    ...inOrder(design.all('vpc-peering-connection')).flatMap((it) => peeringRefusals(it, design)),
    ...inOrder(design.all('nat-gateway')).flatMap((nat) =>
      addressRefusals(nat, nat.privateIp, nat.subnetId ? design.get(nat.subnetId) : undefined),
    ),
    ...inOrder(design.all('workload')).flatMap((workload) =>
      Object.entries(workload.interfaces).flatMap(([subnetId, { privateIpAddress }]) =>
        addressRefusals(
          workload,
          privateIpAddress,
          design.all('subnet').find((subnet) => subnet.id === subnetId),
        ),
      ),
    ),
    ...inOrder(design.all('vpc-endpoint')).flatMap((endpoint) =>
      keysOf(endpoint.subnets).flatMap((id) =>
        addressRefusals(endpoint, endpoint.subnets[id]?.privateIp ?? null, design.get(id)),
      ),
    ),
    ...inOrder(design.all('target-group')).flatMap(appliancePortRefusals),
    ...inOrder(design.all('load-balancer')).flatMap(conditionRefusals),
  ]
}

/** How many VPCs an account has in a Region unless it asked for more. */
const mostVpcs = 5

/**
 * The quota that designs reach first; the findings tell of others.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
function quotaRefusals(design: Design): readonly Gap[] {
  const vpcs = inOrder(design.all('vpc'))
  return [...new Set(vpcs.map(placeKey))].flatMap((place) => {
    const [first, ...others] = vpcs.filter((it) => placeKey(it) === place)
    return first && others.length >= mostVpcs
      ? [
          {
            resourceId: first.id,
            text: `There are ${others.length + 1} VPCs in ${first.region} of account ${first.ownerId}. AWS refuses more than ${mostVpcs} unless the quota is raised.`,
            remedy: 'Ask for a higher quota first.',
          },
        ]
      : []
  })
}

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html */
function appliancePortRefusals(group: ResourceOf<'target-group'>): readonly Gap[] {
  if (group.protocol !== 'GENEVE' || group.port === genevePort) return []
  return [
    refused(
      group,
      `The target group ${group.name} takes GENEVE on port ${group.port}.`,
      `Choose port ${genevePort}.`,
    ),
  ]
}

/** What a rule of an Application Load Balancer may ask of a request, 128 characters each. */
const conditions = {
  hostHeaders: { said: 'host header', takes: /^[A-Za-z0-9.*?-]{1,128}$/, signs: '. - * ?' },
  pathPatterns: {
    said: 'path pattern',
    takes: /^[A-Za-z0-9_\-.$/~"'@:+&*?]{1,128}$/,
    signs: `_ - . $ / ~ " ' @ : + & * ?`,
  },
} as const

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
function conditionRefusals(it: ResourceOf<'load-balancer'>): readonly Gap[] {
  return Object.entries(it.listeners).flatMap(([port, { rules }]) =>
    Object.entries(rules).flatMap(([priority, rule]) =>
      (['hostHeaders', 'pathPatterns'] as const).flatMap((field) =>
        rule[field]
          .filter((text) => !conditions[field].takes.test(text))
          .map((text) =>
            refused(
              it,
              `The ${conditions[field].said} ${text} of rule ${priority} on port ${port} of ${it.name} has other characters than letters, digits and ${conditions[field].signs}, or more than 128.`,
              'Write it as AWS takes it.',
            ),
          ),
      ),
    ),
  )
}

function blockWords(problem: BlockProblem): string {
  switch (problem.code) {
    case 'size':
      return `has the block ${problem.block}, which is not from /16 to /28`
    case 'forbidden-range':
      return `has the block ${problem.block}, which shares addresses with ${problem.range}`
    case 'overlap':
      return `has both ${problem.other} and ${problem.block}, which overlap`
    case 'restricted':
    case 'undocumented':
      return `has ${problem.block} beside ${problem.other}, a combination of ranges that no VPC has`
    default:
      return assertNever(problem)
  }
}

function vpcRefusals(vpc: ResourceOf<'vpc'>, design: Design): readonly Gap[] {
  const blocks = blocksOf(vpc)
  const problems = blocks.flatMap(
    (block, at) => blockProblem(block) ?? associationProblem(blocks.slice(0, at), block) ?? [],
  )
  const isAttached = (it: ResourceOf<'internet-gateway' | 'vpn-gateway'>) =>
    it.vpcId === vpc.id && it.attachmentState === 'attached'
  const gateways = design.all('internet-gateway').filter(isAttached)
  const privateGateways = design.all('vpn-gateway').filter(isAttached)
  return [
    ...problems
      // whether AWS refuses those at all is not known
      .filter(({ code }) => code !== 'undocumented')
      .map((problem) =>
        refused(vpc, `${vpc.name} ${blockWords(problem)}.`, 'Choose another block.'),
      ),
    ...gateways
      .slice(1)
      .map((gateway) =>
        refused(
          gateway,
          `${gateway.name} is the second internet gateway attached to ${vpc.name}.`,
          'Attach one internet gateway.',
        ),
      ),
    ...privateGateways
      .slice(1)
      .map((gateway) =>
        refused(
          gateway,
          `${gateway.name} is the second virtual private gateway attached to ${vpc.name}.`,
          'Attach one virtual private gateway.',
        ),
      ),
  ]
}

function subnetRefusals(subnet: ResourceOf<'subnet'>, design: Design): readonly Gap[] {
  const vpc = design.get(subnet.vpcId)
  const { cidrBlock } = subnet
  // what only has IPv6 addresses is not exported yet, and said so there
  if (!vpc || !cidrBlock) return []
  const said = `${subnet.name} (${cidrBlock})`
  const size = prefixLengthOf(cidrBlock)
  const table = subnet.routeTableId && design.get(subnet.routeTableId)
  const sibling = design
    .all('subnet')
    .find(
      (it) =>
        it.id < subnet.id &&
        it.vpcId === vpc.id &&
        it.cidrBlock !== null &&
        overlaps(it.cidrBlock, cidrBlock),
    )
  return [
    ...(size < 16 || size > 28
      ? [refused(subnet, `${said} is no block from /16 to /28.`, 'Choose another size.')]
      : []),
    ...(blocksOf(vpc).some((block) => contains(block, cidrBlock))
      ? []
      : [refused(subnet, `${said} lies in no block of ${vpc.name}.`, 'Choose a block inside.')]),
    ...(sibling
      ? [refused(subnet, `${said} overlaps ${sibling.name} (${sibling.cidrBlock}).`, 'Move one.')]
      : []),
    ...(subnet.availabilityZone.startsWith(vpc.region)
      ? []
      : [
          refused(
            subnet,
            `${subnet.availabilityZone} of ${subnet.name} is no zone of ${vpc.region}.`,
            'Choose a zone of the Region of its VPC.',
          ),
        ]),
    ...(table && table.vpcId !== vpc.id
      ? [
          refused(
            subnet,
            `${subnet.name} uses ${table.name}, which belongs to another VPC.`,
            'Choose a route table of its own VPC.',
          ),
        ]
      : []),
  ]
}

function peeringRefusals(
  peering: ResourceOf<'vpc-peering-connection'>,
  design: Design,
): readonly Gap[] {
  const { requester, accepter, outcome } = peeringPlan(peering, design)
  const collision = firstOverlap(blocksOf(requester), blocksOf(accepter))
  if (outcome === 'none' || !collision) return []
  return [
    refused(
      peering,
      `${peering.name} joins VPCs whose blocks overlap: ${collision[0]} and ${collision[1]}.`,
      'Give one of the VPCs another block.',
    ),
  ]
}

function addressRefusals(
  it: Resource,
  address: Parameters<typeof holds>[1] | null,
  subnet: ResourceOf<'subnet'> | undefined,
): readonly Gap[] {
  if (!address || !subnet || (subnet.cidrBlock && holds(subnet.cidrBlock, address))) return []
  return [
    refused(
      it,
      `The address ${address} of ${it.name} is not in ${subnet.name} (${subnet.cidrBlock}).`,
      'Choose an address of the subnet.',
    ),
  ]
}
