import { called } from '../../../kinds/called'
import type { Resource, ResourceOf } from '../../../kinds/resource'
import { subnetsServedBy } from '../../../model/internet-access'
import type { Network } from '../../network'
import { removeResourceRepair } from '../../repairs/remove-resource'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'

type Facts =
  | { readonly type: 'unused'; readonly resource: Resource; readonly why: string }
  | {
      readonly type: 'implicit'
      readonly table: ResourceOf<'route-table'>
      readonly subnets: readonly ResourceOf<'subnet'>[]
    }

/** What nothing uses, and subnets that follow a main route table without saying so. (RT-1, CL-24) */
export const leftUnused = defineRule<Facts>({
  id: 'L53',
  name: 'left-unused',
  severity: 'info',
  rules: ['RT-1'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
  *check(network) {
    const { design } = network
    for (const table of design.all('route-table')) {
      if (!table.main) continue
      const subnets = subnetsServedBy(design, table.id).filter((it) => it.routeTableId === null)
      const [first] = subnets
      if (!first) continue
      yield {
        resources: [first.id, ...subnets.slice(1).map(({ id }) => id), table.id],
        evidence: subnets.map(({ id }) => ({
          type: 'field',
          resourceId: id,
          field: 'routeTableId',
        })),
        facts: { type: 'implicit', table, subnets },
      }
    }
    for (const [resource, why] of unused(network))
      yield {
        resources: [resource.id],
        evidence: [{ type: 'resource', resourceId: resource.id }],
        facts: { type: 'unused', resource, why },
        repairs: [removeResourceRepair(network, resource)],
      }
  },
  say: (it) =>
    it.type === 'unused'
      ? `${called(it.resource)} is used by nothing: ${it.why}. Remove it, or put it to use.`
      : `${listed(it.subnets.map(called))} ${it.subnets.length === 1 ? 'follows' : 'follow'} main ${called(it.table)} only because no other route table is associated: when another table becomes the main one, ${it.subnets.length === 1 ? 'its' : 'their'} routes change with it. Associate a route table explicitly.`,
})

function* unused(network: Network): Generator<readonly [Resource, string]> {
  const { design, interfaces } = network
  const regional = new Set(design.all('nat-gateway').map((it) => it.routeTableId))
  for (const table of design.all('route-table'))
    if (
      !table.main &&
      table.gatewayId === null &&
      !regional.has(table.id) &&
      subnetsServedBy(design, table.id).length === 0
    )
      yield [table, 'no subnet and no gateway is associated with it']
  const worn = new Set(interfaces.flatMap(({ groups }) => (groups ?? []).map(({ id }) => id)))
  for (const group of design.all('workload')) for (const id of group.securityGroupIds) worn.add(id)
  const named = new Set(
    design
      .all('security-group')
      .flatMap((group) =>
        [group.ingress, group.egress]
          .flatMap((rules) => Object.values(rules))
          .flatMap(({ referencedGroupId }) =>
            referencedGroupId && referencedGroupId !== group.id ? referencedGroupId : [],
          ),
      ),
  )
  for (const group of design.all('security-group'))
    if (!worn.has(group.id) && !named.has(group.id))
      yield [group, 'no interface is in it and no rule names it']
  const guarding = new Set(design.all('subnet').map((it) => it.networkAclId))
  for (const acl of design.all('network-acl'))
    if (!acl.isDefault && !guarding.has(acl.id)) yield [acl, 'no subnet is associated with it']
  for (const address of design.all('elastic-ip'))
    if (address.associatedWith === null && !address.undescribed)
      yield [address, 'it is associated with nothing, and charged all the same']
}
