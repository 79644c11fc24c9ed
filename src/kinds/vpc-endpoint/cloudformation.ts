import { joined, nested, ref, type Reference } from '../../iac/value'
import type { Emit } from '../emit'
import type { ResourceOf } from '../resource'
import { permissionsPart } from '../vpc-endpoint-service/plan'
import { groupsOf, publicServiceName } from './arguments'
import { endpointPlan, type EndpointPlan } from './plan'
import { hasPrivateDns, reportEndpoint } from './report'
import { tablesOf } from './tables'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const cloudformation: Emit<'vpc-endpoint'> = (it, context) => {
  const { design, block, output, tags } = context
  const plan = endpointPlan(it, design, 'cloudformation')
  reportEndpoint(it, plan, context, 'cloudformation')
  const { service, vpc } = plan
  // AWS makes the endpoints of a firewall
  if (!service || service.kind === 'network-firewall' || plan.outcome === 'none')
    return { blocks: [], outputs: [] }
  const named =
    service.kind === 'aws-service'
      ? publicServiceName(service, context)
      : {
          // a template knows the ID of a service, and its name is made of it
          name: joined(`com.amazonaws.vpce.${vpc.region}.`, ref(service.id)),
          onlyIf: undefined,
        }
  const isGateway = it.vpcEndpointType === 'Gateway'
  return {
    blocks: [
      block(
        'AWS::EC2::VPCEndpoint',
        {
          VpcId: ref(it.vpcId),
          VpcEndpointType: it.vpcEndpointType,
          ServiceName: named.name,
          RouteTableIds: isGateway ? tablesOf(it, design).map(({ id }) => ref(id)) : undefined,
          SubnetIds: isGateway ? undefined : plan.subnets.map(({ id }) => ref(id)),
          SecurityGroupIds: groupsOf(it, design, 'DefaultSecurityGroup'),
          ...dnsOf(it, plan),
          Tags: tags(),
        },
        { onlyIf: named.onlyIf, dependsOn: permissionFor(plan) },
      ),
    ],
    outputs: named.onlyIf
      ? []
      : [output(['endpoint id'], `ID of the VPC endpoint ${it.name}.`, ref(it.id))],
  }
}

/** For S3 the names would be set aside for resolvers elsewhere, beside a gateway endpoint. */
function dnsOf(it: Endpoint, plan: EndpointPlan) {
  if (it.vpcEndpointType !== 'Interface') return {}
  const isOn = hasPrivateDns(it, plan)
  const { service } = plan
  return {
    PrivateDnsEnabled: isOn,
    DnsOptions:
      isOn && service?.kind === 'aws-service' && service.service !== 'any'
        ? nested({ PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers' })
        : undefined,
  }
}

/** Another account sees a service once it is allowed to. (EP-8) */
function permissionFor({ service, vpc }: EndpointPlan): readonly Reference[] {
  if (service?.kind !== 'vpc-endpoint-service') return []
  const isAllowed = service.allowedPrincipals.some((it) => it === '*' || it === vpc.ownerId)
  return isAllowed ? [ref(service.id, 'id', permissionsPart)] : []
}
