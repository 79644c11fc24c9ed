import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { associationPart, clientVpnPlan, destinationWords, routePart, rulePart } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html */
export const cloudformation: Emit<'client-vpn-endpoint'> = (endpoint, context) => {
  const { design, block, tags } = context
  const plan = clientVpnPlan(endpoint, context)
  if (!plan) return { blocks: [], outputs: [] }
  const { serverCertificateArn: onlyIf, clientCertificateArn, subnetIds, groupIds } = plan
  const ClientVpnEndpointId = ref(endpoint.id)
  return {
    blocks: [
      block(
        'AWS::EC2::ClientVpnEndpoint',
        {
          ClientCidrBlock: endpoint.clientCidrBlock,
          ServerCertificateArn: onlyIf,
          SplitTunnel: endpoint.splitTunnel,
          VpcId: ref(endpoint.vpcId),
          SecurityGroupIds: groupIds.length > 0 ? groupIds.map((id) => ref(id)) : undefined,
          AuthenticationOptions: [
            nested({
              Type: 'certificate-authentication',
              MutualAuthentication: nested({
                ClientRootCertificateChainArn: clientCertificateArn,
              }),
            }),
          ],
          ConnectionLogOptions: nested({ Enabled: false }),
          TagSpecifications: [nested({ ResourceType: 'client-vpn-endpoint', Tags: tags() })],
        },
        { onlyIf },
      ),
      ...subnetIds.map((id) =>
        block(
          'AWS::EC2::ClientVpnTargetNetworkAssociation',
          { ClientVpnEndpointId, SubnetId: ref(id) },
          { part: associationPart(id), words: [design.get(id)?.name ?? id], onlyIf },
        ),
      ),
      ...plan.rules.map((destination) =>
        block(
          'AWS::EC2::ClientVpnAuthorizationRule',
          { ClientVpnEndpointId, TargetNetworkCidr: destination, AuthorizeAllGroups: true },
          { part: rulePart(destination), words: [destinationWords(destination)], onlyIf },
        ),
      ),
      ...plan.routes.map((route) =>
        block(
          'AWS::EC2::ClientVpnRoute',
          {
            ClientVpnEndpointId,
            DestinationCidrBlock: route.destination,
            TargetVpcSubnetId: ref(route.subnetId),
          },
          {
            part: routePart(route),
            words: [
              destinationWords(route.destination),
              'by',
              design.get(route.subnetId)?.name ?? route.subnetId,
            ],
            onlyIf,
            // a route is taken once its subnet is associated
            dependsOn: [ref(endpoint.id, 'id', associationPart(route.subnetId))],
          },
        ),
      ),
    ],
    outputs: [],
  }
}
