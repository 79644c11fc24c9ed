import privateSubnet from 'aws-icons/icons/architecture-group/Privatesubnet.svg'
import publicSubnet from 'aws-icons/icons/architecture-group/Publicsubnet.svg'
import vpc from 'aws-icons/icons/architecture-group/VirtualprivatecloudVPC.svg'
import ec2 from 'aws-icons/icons/architecture-service/AmazonEC2.svg'
import ecs from 'aws-icons/icons/architecture-service/AmazonElasticContainerService.svg'
import eks from 'aws-icons/icons/architecture-service/AmazonElasticKubernetesService.svg'
import globe from 'aws-icons/icons/resource/Globe.svg'
import internet from 'aws-icons/icons/resource/Internetalt1.svg'
import internetGateway from 'aws-icons/icons/resource/AmazonVPCInternetGateway.svg'
import natGateway from 'aws-icons/icons/resource/AmazonVPCNATGateway.svg'
import peering from 'aws-icons/icons/resource/AmazonVPCPeeringConnection.svg'
import router from 'aws-icons/icons/resource/AmazonVPCRouter.svg'
import server from 'aws-icons/icons/resource/Server.svg'
import shield from 'aws-icons/icons/resource/Shield.svg'

/** AWS's own architecture icons by the names that kinds give them, as addresses of their files. */
export const iconUrls: Readonly<Record<string, string>> = {
  vpc,
  'public-subnet': publicSubnet,
  'private-subnet': privateSubnet,
  'route-table': router,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'vpc-peering-connection': peering,
  'security-group': shield,
  'ec2-instance': ec2,
  'ecs-service': ecs,
  'eks-node-group': eks,
  generic: server,
  internet,
  'public-address': globe,
}

/**
 * Icons that AWS draws in one dark ink on nothing: they take the colour of the text instead, so
 * that they can be seen in the dark.
 */
export const inkIcons: ReadonlySet<string> = new Set([
  'generic',
  'internet',
  'public-address',
  'security-group',
])
