import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { associationPart, clientVpnPlan, destinationWords, routePart, rulePart } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_endpoint */
export const terraform: Emit<'client-vpn-endpoint'> = (endpoint, context) => {
  const { design, block, tags } = context
  const plan = clientVpnPlan(endpoint, context)
  if (!plan) return { blocks: [], outputs: [] }
  const { serverCertificateArn: onlyIf, clientCertificateArn, subnetIds, groupIds } = plan
  const endpointId = ref(endpoint.id)
  return {
    blocks: [
      block(
        'aws_ec2_client_vpn_endpoint',
        {
          client_cidr_block: endpoint.clientCidrBlock,
          server_certificate_arn: onlyIf,
          split_tunnel: endpoint.splitTunnel,
          vpc_id: ref(endpoint.vpcId),
          security_group_ids: groupIds.length > 0 ? groupIds.map((id) => ref(id)) : undefined,
          authentication_options: nested({
            type: 'certificate-authentication',
            root_certificate_chain_arn: clientCertificateArn,
          }),
          connection_log_options: nested({ enabled: false }),
          tags: tags(),
        },
        { onlyIf },
      ),
      ...subnetIds.map((id) =>
        block(
          'aws_ec2_client_vpn_network_association',
          { client_vpn_endpoint_id: endpointId, subnet_id: ref(id) },
          { part: associationPart(id), words: [design.get(id)?.name ?? id], onlyIf },
        ),
      ),
      ...plan.rules.map((destination) =>
        block(
          'aws_ec2_client_vpn_authorization_rule',
          {
            client_vpn_endpoint_id: endpointId,
            target_network_cidr: destination,
            authorize_all_groups: true,
          },
          { part: rulePart(destination), words: [destinationWords(destination)], onlyIf },
        ),
      ),
      ...plan.routes.map((route) =>
        block(
          'aws_ec2_client_vpn_route',
          {
            client_vpn_endpoint_id: endpointId,
            destination_cidr_block: route.destination,
            // a route is taken once its subnet is associated
            target_vpc_subnet_id: ref(endpoint.id, 'subnet_id', associationPart(route.subnetId)),
          },
          {
            part: routePart(route),
            words: [
              destinationWords(route.destination),
              'by',
              design.get(route.subnetId)?.name ?? route.subnetId,
            ],
            onlyIf,
          },
        ),
      ),
    ],
    outputs: [],
  }
}
