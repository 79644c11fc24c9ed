import { picked } from '../../cloudformation/item'
import { partOf, type Words } from '../written'

const endpoint: Words = ({ Tags, ...it }) => [
  partOf('ClientVpnEndpoint', {
    ...picked(it, 'ClientCidrBlock', 'VpcId', 'SecurityGroupIds', 'SplitTunnel', 'Description'),
    TagSpecifications: [{ Tags }],
  }),
]

/** Types whose meaning is that of a type of CloudFormation. */
export const clientVpnWords: Readonly<Record<string, Words>> = {
  aws_ec2_client_vpn_endpoint: endpoint,
  aws_ec2_client_vpn_network_association: (it) => [
    partOf('ClientVpnTargetNetworkAssociation', picked(it, 'ClientVpnEndpointId', 'SubnetId')),
  ],
  aws_ec2_client_vpn_authorization_rule: (it) => [partOf('ClientVpnAuthorizationRule', it)],
  aws_ec2_client_vpn_route: (it) => [partOf('ClientVpnRoute', it)],
}

/** The attributes that say something of the network. */
export const clientVpnTells: Readonly<Record<string, readonly string[]>> = {
  aws_ec2_client_vpn_endpoint: [
    'client_cidr_block',
    'security_group_ids',
    'split_tunnel',
    'vpc_id',
  ],
}
