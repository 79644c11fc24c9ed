import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import {
  asksForAcceptance,
  permissionsPart,
  principalArn,
  principalsOf,
  reportService,
  servicePlan,
} from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpointservice.html */
export const cloudformation: Emit<'vpc-endpoint-service'> = (service, context) => {
  const { design, block, output, tags } = context
  const plan = servicePlan(service, design)
  reportService(service, plan, context, 'cloudformation')
  if (plan.because) return { blocks: [], outputs: [] }
  const arns = plan.balancers.map(({ id }) => ref(id))
  const principals = principalsOf(service)
  return {
    blocks: [
      block('AWS::EC2::VPCEndpointService', {
        AcceptanceRequired: asksForAcceptance(service, design, 'cloudformation'),
        NetworkLoadBalancerArns: service.type === 'Interface' ? arns : undefined,
        GatewayLoadBalancerArns: service.type === 'GatewayLoadBalancer' ? arns : undefined,
        Tags: tags(),
      }),
      ...(principals.length > 0
        ? [
            block(
              'AWS::EC2::VPCEndpointServicePermissions',
              {
                ServiceId: ref(service.id),
                AllowedPrincipals: principals.map((it) => principalArn(it, service, context)),
              },
              { part: permissionsPart },
            ),
          ]
        : []),
    ],
    outputs: [
      output(['service id'], `ID of the endpoint service ${service.name}.`, ref(service.id)),
    ],
  }
}
