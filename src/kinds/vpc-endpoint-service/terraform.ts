import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { principalArn, principalPart, principalsOf, reportService, servicePlan } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_service */
export const terraform: Emit<'vpc-endpoint-service'> = (service, context) => {
  const { design, block, output, tags } = context
  const plan = servicePlan(service, design)
  reportService(service, plan, context, 'terraform')
  if (plan.because) return { blocks: [], outputs: [] }
  const arns = plan.balancers.map(({ id }) => ref(id, 'arn'))
  return {
    blocks: [
      block('aws_vpc_endpoint_service', {
        acceptance_required: service.acceptanceRequired,
        network_load_balancer_arns: service.type === 'Interface' ? arns : undefined,
        gateway_load_balancer_arns: service.type === 'GatewayLoadBalancer' ? arns : undefined,
        tags: tags(),
      }),
      ...principalsOf(service).map((principal) =>
        block(
          'aws_vpc_endpoint_service_allowed_principal',
          {
            vpc_endpoint_service_id: ref(service.id),
            principal_arn: principalArn(principal, service, context),
          },
          {
            part: principalPart(principal),
            words: ['for', principal === '*' ? 'everybody' : principal],
          },
        ),
      ),
    ],
    outputs: [
      output(
        ['service name'],
        `Name of the endpoint service ${service.name}, by which endpoints ask for it.`,
        ref(service.id, 'service_name'),
      ),
    ],
  }
}
