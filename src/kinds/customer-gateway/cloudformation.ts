import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { customerGatewayPlan } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
export const cloudformation: Emit<'customer-gateway'> = (gateway, context) => {
  const { block, output, tags } = context
  const { ipAddress, asn, isExtended } = customerGatewayPlan(gateway, context)
  return {
    blocks: [
      block('AWS::EC2::CustomerGateway', {
        Type: 'ipsec.1',
        IpAddress: ipAddress,
        [isExtended ? 'BgpAsnExtended' : 'BgpAsn']: asn,
        Tags: tags(),
      }),
    ],
    outputs: [
      output(
        ['customer gateway id'],
        `ID of the customer gateway ${gateway.name}.`,
        ref(gateway.id),
      ),
    ],
  }
}
