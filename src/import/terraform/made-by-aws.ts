import { text, type Raw } from '../../kinds/describe'
import {
  defaultAclOf,
  defaultGroupOf,
  defaultTableOf,
  firewallEndpoint,
  mainTableOf,
} from '../cloudformation/attributes'
import { attachmentOf } from '../cloudformation/types/transit-tables'
import type { Shown } from './shown'
import { endpointsTold } from './types/firewalls'
import { madeByEks } from './types/workloads-clusters'

/** Types that AWS knows by their ARN, whatever the provider takes for their ID. */
const byArn =
  /^aws_(?:db_instance|eks_cluster|eks_node_group|lambda_function|rds_cluster_instance)$/

export const idIn = ({ type, values }: Shown): string =>
  (byArn.test(type) ? text(values, 'arn') : null) ??
  (type === 'aws_dx_gateway_association' ? text(values, 'dx_gateway_association_id') : null) ??
  text(values, 'id') ??
  ''

const defaults = [
  ['default_route_table_id', mainTableOf, 'main route table'],
  ['default_network_acl_id', defaultAclOf, 'default network ACL'],
  ['default_security_group_id', defaultGroupOf, 'default security group'],
] as const

/** What AWS makes with each thing: its ID by what stands for it, and the other way round. */
export function madeByAws(shown: readonly Shown[]) {
  const alias = new Map<string, string>()
  const real = new Map<string, string>()
  for (const it of shown) {
    const { type, values, isMade } = it
    const made = isMade
      ? null
      : (madeBeside(type, values) ?? madeByEks(type, values, idIn(it), it.address))
    const endpoints =
      type === 'aws_networkfirewall_firewall' && !isMade ? endpointsTold(values) : []
    for (const [told, standing] of [
      ...(made ? [made] : []),
      ...endpoints.map(([told, at]) => [told, firewallEndpoint(idIn(it), at)] as const),
    ]) {
      alias.set(told, standing)
      real.set(standing, told)
    }
    if (!isMade && (type === 'aws_vpc' || type === 'aws_default_vpc'))
      for (const [key, made] of defaults) {
        const own =
          text(values, key) ?? (key === defaults[0][0] ? text(values, 'main_route_table_id') : null)
        if (own === null) continue
        alias.set(own, made(text(values, 'id') ?? ''))
        real.set(made(text(values, 'id') ?? ''), own)
      }
  }
  return [alias, real] as const
}

/** The default route table of a transit gateway, and the attachment of a VPN connection to one. */
function madeBeside(type: string, values: Raw): readonly [string, string] | null {
  const id = text(values, 'id') ?? ''
  const table =
    text(values, 'association_default_route_table_id') ??
    text(values, 'propagation_default_route_table_id')
  if (type === 'aws_ec2_transit_gateway' && table !== null) return [table, defaultTableOf(id)]
  const attachment = text(values, 'transit_gateway_attachment_id')
  if (type === 'aws_vpn_connection' && attachment !== null) return [attachment, attachmentOf(id)]
  const association = text(values, 'dx_gateway_association_id') ?? id
  if (type === 'aws_dx_gateway_association' && attachment !== null)
    return [attachment, attachmentOf(association)]
  return null
}

/** What AWS makes with a planned thing beside what it makes with a VPC, and the thing itself. */
export const madeWith = (
  { type, address }: Shown,
  id: string,
): readonly (readonly [string, string])[] => [
  [id, address],
  ...(type === 'aws_ec2_transit_gateway'
    ? [[defaultTableOf(id), `${address}/default route table`] as const]
    : []),
]

export const addressesOfMade = (shown: readonly Shown[]) =>
  shown
    .filter(({ type }) => type === 'aws_vpc')
    .flatMap(({ address, values }) =>
      defaults.map(
        ([, made, name]) => [made(text(values, 'id') ?? ''), `${address}/${name}`] as const,
      ),
    )
