import { text } from '../../kinds/describe'
import { madeAttribute, sameAs } from './made'
import { Untold, type Candidate } from './plan-expressions'
import type { Planned } from './plan-tree'

/**
 * How IDs begin that only resources bring whose IDs are known here: where the resources that a local
 * value may lead to are known, so is every such ID that it may be.
 */
const settled: readonly string[] =
  'vpc- subnet- igw- vgw- eigw- nat- rtb- acl- sg- tgw- tgw-rtb- pcx- eipalloc- cgw-'.split(' ')

/** These bring groups that AWS makes with them. */
const bringsGroups =
  /^aws_(?:default_security_group|eks_cluster|directory_service_directory|workspaces_directory|emr_cluster|cloud9_environment_ec2|mwaa_environment)$/

/** Nothing that these look up is part of a network. */
const besideNetworks =
  /^aws_(?:iam_|caller_identity|partition|region|ami|availability_zone|kms_|acm_|ecr_|s3_|eks_cluster_auth|service_principal|default_tags)/

/** What AWS makes with a thing, and tells with it. */
const madeWith: Readonly<Record<string, readonly string[]>> = {
  aws_vpc: ['main_route_table_id', 'default_network_acl_id', 'default_security_group_id'],
  aws_ec2_transit_gateway: ['association_default_route_table_id'],
}

const defaultsOf = (it: Planned): readonly string[] =>
  (madeWith[it.type] ?? []).flatMap((each) => madeAttribute(it, each, it.place) ?? [])

/** What may be asked of a resource that is handed on as a whole, beside its ID. */
export const besideId = (it: Planned): readonly Candidate[] =>
  it.isMade ? defaultsOf(it).map((value) => ({ key: it.key, value })) : []

/** Every ID, known only once it is applied, that a resource may bring into a local value. */
export function brought(it: Planned): readonly Candidate[] {
  const untold = (why: string, but: readonly string[] = []): Candidate => ({
    key: it.key,
    value: new Untold(`${it.address} ${why}`, null, but),
  })
  if (it.isData)
    return text(it.values, 'id') !== null || besideNetworks.test(it.type)
      ? []
      : [untold('is looked up while it is applied.')]
  const groups = bringsGroups.test(it.type)
    ? [
        untold(
          'brings a security group.',
          settled.filter((each) => each !== 'sg-'),
        ),
      ]
    : []
  // what is there with something else is known by that
  if (!it.isMade || sameAs(it.type) !== null) return groups
  const isRegional = text(it.values, 'availability_mode') === 'regional'
  return [
    { key: it.key, value: it.id },
    ...besideId(it),
    ...groups,
    ...(isRegional
      ? [
          untold(
            'brings a route table.',
            settled.filter((a) => a !== 'rtb-'),
          ),
        ]
      : []),
  ]
}

/** That a plan shows no local values; but for some IDs it is known what they may be. */
export const unshown = (reference: string): Candidate => ({
  key: null,
  value: new Untold(
    `A plan does not show what ${reference} stands for; its code does, beside it.`,
    null,
    settled,
  ),
})
