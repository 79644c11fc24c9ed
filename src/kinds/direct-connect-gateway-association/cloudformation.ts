import { ref } from '../../iac/value'
import { accepterRole } from '../accepter-role'
import { idAttribute } from '../direct-connect-gateway/cloudformation'
import { placeOf, type Emit } from '../emit'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { associationPlan, reportAssociation } from './plan'

/** The role in the account of the Direct Connect gateway by which CloudFormation accepts there. */
const rolePart = 'accepter role'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-directconnectgatewayassociation.html */
export const cloudformation: Emit<'direct-connect-gateway-association'> = (
  association,
  context,
) => {
  const { design, block, output } = context
  const plan = associationPlan(association, design)
  reportAssociation(association, plan, context)
  if (plan.because) return { blocks: [], outputs: [] }
  const { direct, gateway, ownerId, isForeign, allowedPrefixes } = plan
  const place = placeOf(direct, design)
  const role =
    isForeign && ownerId !== null && place
      ? accepterRole(
          {
            part: rolePart,
            place,
            askedBy: ownerId,
            policy: 'accept-direct-connect-gateway-association',
            actions: [
              'directconnect:AcceptDirectConnectGatewayAssociationProposal',
              'directconnect:DescribeDirectConnectGatewayAssociations',
            ],
            resources: '*',
          },
          context,
        )
      : null
  return {
    blocks: [
      ...(role ? [role] : []),
      block(
        'AWS::DirectConnect::DirectConnectGatewayAssociation',
        {
          DirectConnectGatewayId: ref(direct.id, idAttribute),
          AssociatedGatewayId: ref(gateway.id),
          AllowedPrefixesToDirectConnectGateway:
            allowedPrefixes.length > 0 ? allowedPrefixes : undefined,
          AcceptDirectConnectGatewayAssociationProposalRoleArn: role
            ? ref(association.id, 'Arn', rolePart)
            : undefined,
        },
        {
          // a virtual private gateway is associated once it has a VPC
          dependsOn: gateway.kind === 'vpn-gateway' ? [ref(gateway.id, 'id', attachmentPart)] : [],
        },
      ),
    ],
    outputs: [
      output(['association id'], `ID of the association ${association.name}.`, ref(association.id)),
    ],
  }
}
