import { nested, ref, type Reference, type Value } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { principalPart, principalsOf } from '../vpc-endpoint-service/plan'
import { hasPrivateDns, reportEndpoint } from './report'
import { accepterPart, endpointPlan, isAcceptedByCode, type EndpointPlan } from './plan'
import { groupsOf, publicServiceName } from './arguments'
import { associationPart, tablesOf } from './tables'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint */
export const terraform: Emit<'vpc-endpoint'> = (it, context) => {
  const { design, block, output, tags } = context
  const plan = endpointPlan(it, design, 'terraform')
  reportEndpoint(it, plan, context, 'terraform')
  const { service } = plan
  // AWS makes the endpoints of a firewall
  if (!service || service.kind === 'network-firewall' || plan.outcome === 'none')
    return { blocks: [], outputs: [] }
  const named: Named =
    service.kind === 'aws-service'
      ? publicServiceName(service, context)
      : { name: ref(service.id, 'service_name') }
  return {
    blocks: [
      block(
        'aws_vpc_endpoint',
        {
          vpc_id: ref(it.vpcId),
          vpc_endpoint_type: it.vpcEndpointType,
          service_name: named.name,
          ...(it.vpcEndpointType === 'Gateway' ? {} : placesOf(it, plan)),
          security_group_ids: groupsOf(it, design, 'default_security_group_id'),
          ...dnsOf(it, plan),
          tags: tags(),
        },
        { onlyIf: named.onlyIf, dependsOn: permissionFor(plan) },
      ),
      ...(it.vpcEndpointType === 'Gateway' ? associations(it, context) : []),
      ...(isAcceptedByCode(plan, 'terraform')
        ? [
            block(
              'aws_vpc_endpoint_connection_accepter',
              { vpc_endpoint_service_id: ref(service.id), vpc_endpoint_id: ref(it.id) },
              { part: accepterPart, place: ownerOf(plan, context) },
            ),
          ]
        : []),
    ],
    outputs: named.onlyIf
      ? []
      : [output(['endpoint id'], `ID of the VPC endpoint ${it.name}.`, ref(it.id))],
  }
}

interface Named {
  readonly name: Value
  readonly onlyIf?: ReturnType<typeof publicServiceName>['onlyIf']
}

/** The subnets, and the addresses that are chosen in them. */
function placesOf(it: Endpoint, { subnets }: EndpointPlan) {
  const chosen = subnets.filter(({ id }) => it.subnets[id]?.privateIp)
  return {
    subnet_ids: subnets.map(({ id }) => ref(id)),
    subnet_configuration:
      it.vpcEndpointType === 'Interface' && chosen.length > 0
        ? chosen.map(({ id }) =>
            nested({ subnet_id: ref(id), ipv4: it.subnets[id]?.privateIp ?? undefined }),
          )
        : undefined,
  }
}

/**
 * For S3 the provider would set the names aside for resolvers elsewhere, and ask for a gateway
 * endpoint beside.
 * @source https://github.com/hashicorp/terraform-provider-aws/issues/46404
 */
function dnsOf(it: Endpoint, plan: EndpointPlan) {
  if (it.vpcEndpointType !== 'Interface') return {}
  const isOn = hasPrivateDns(it, plan)
  const { service } = plan
  return {
    private_dns_enabled: isOn,
    dns_options:
      isOn && service?.kind === 'aws-service' && service.service !== 'any'
        ? nested({ private_dns_only_for_inbound_resolver_endpoint: false })
        : undefined,
  }
}

/** Another account sees a service once it is allowed to. (EP-8) */
function permissionFor({ service, vpc }: EndpointPlan): readonly Reference[] {
  if (service?.kind !== 'vpc-endpoint-service') return []
  return principalsOf(service)
    .filter((principal) => principal === '*' || principal === vpc.ownerId)
    .map((principal) => ref(service.id, 'id', principalPart(principal)))
}

function ownerOf({ service, vpc }: EndpointPlan, { design }: EmitContext) {
  return (service?.kind === 'vpc-endpoint-service' && design.get(service.vpcId)) || vpc
}

function associations(it: Endpoint, { design, block }: EmitContext): Emission['blocks'] {
  return tablesOf(it, design).map((table) =>
    block(
      'aws_vpc_endpoint_route_table_association',
      { route_table_id: ref(table.id), vpc_endpoint_id: ref(it.id) },
      { part: associationPart(table.id), words: [table.name] },
    ),
  )
}
