import type { TypeReader } from './item'
import { addressEnds, addressParts, addressTypes } from './types/addresses'
import { balancingParts, balancingTypes } from './types/balancing'
import { clientVpnParts, clientVpnTypes } from './types/client-vpn'
import { clusterParts, clusterTypes } from './types/clusters'
import { endpointParts, endpointTypes } from './types/endpoints'
import { filterParts, filterTypes } from './types/filters'
import { hybridParts, hybridTypes } from './types/hybrid'
import { latticeParts, latticeTypes } from './types/lattice'
import { launchParts, launchTypes } from './types/launches'
import { shareTypes } from './types/shares'
import { transitParts, transitTypes } from './types/transit'
import { vpcParts, vpcTypes } from './types/vpc'
import { workloadTypes } from './types/workloads'

/**
 * How each type is written down, in rounds: a round finds everything of those before it, in whichever
 * stack it stands, and a type what stands before it in its own round.
 */
export const rounds: readonly Readonly<Record<string, TypeReader>>[] = [
  {
    ...vpcTypes,
    ...filterTypes,
    ...launchTypes,
    ...addressTypes,
    ...hybridTypes,
    ...transitTypes,
    ...balancingTypes,
    ...endpointTypes,
    ...clientVpnTypes,
    ...clusterTypes,
    ...latticeTypes,
    ...workloadTypes,
    ...shareTypes,
  },
  {
    ...addressParts,
    ...vpcParts,
    ...filterParts,
    ...transitParts,
    ...hybridParts,
    ...balancingParts,
    ...endpointParts,
    ...clientVpnParts,
    ...launchParts,
    ...clusterParts,
    ...latticeParts,
  },
  addressEnds,
]

/** Types that a template holds often and that no packet meets. */
const harmless =
  /^AWS::EC2::(?:KeyPair|FlowLog|DHCPOptions|VPCDHCPOptionsAssociation|Volume|VolumeAttachment|PlacementGroup|NetworkInterfacePermission|EnclaveCertificateIamRoleAssociation|VPCEndpointConnectionNotification|CapacityReservation.*|IPAM.*|NetworkInsights.*|SnapshotBlockPublicAccess)$|^AWS::ElasticLoadBalancingV2::(?:ListenerCertificate|TrustStore.*)$|^AWS::NetworkFirewall::LoggingConfiguration$/

const networked =
  /^AWS::(?:EC2|ElasticLoadBalancing|ElasticLoadBalancingV2|NetworkFirewall|VpcLattice|DirectConnect|NetworkManager|GlobalAccelerator|AutoScaling::AutoScalingGroup|ECS::Service|ECS::TaskSet|EKS::Cluster|EKS::Nodegroup|EKS::FargateProfile|RDS::DBCluster|RDS::DBProxy|ElastiCache|Redshift|MSK|OpenSearchService|Elasticsearch|EFS::MountTarget|FSx|DMS|DAX|Neptune|DocDB|MemoryDB|CloudFormation::(?:StackSet|Macro)|CloudFormation::CustomResource|Serverless|Route53Resolver)\b|^AWS::EC2::/

/** May what this type does to a network be missing, as nothing here reads it? */
export const isMissed = (type: string): boolean =>
  !rounds.some((round) => Object.hasOwn(round, type)) &&
  !harmless.test(type) &&
  (networked.test(type) || type.startsWith('Custom::'))

/** Properties that say nothing of the network, whatever they come to. */
export const isBeside = (property: string): boolean =>
  /^(?:Tags?|TagSpecifications|Description|GroupDescription|GroupName|Name|.*Name|ImageId|UserData|KeyName|InstanceType|.*Class|IamInstanceProfile|BlockDeviceMappings|Monitoring|MetadataOptions|LaunchTemplate|Code|Role|.*RoleARN|.*RoleArn|TaskDefinition|Cluster|DesiredCount|DesiredCapacity|MinSize|MaxSize|Environment|Handler|Runtime|Timeout|MemorySize|Layers|Certificates|SslPolicy|Engine|EngineVersion|Master.*|Storage.*|AllocatedStorage|Kms.*|Backup.*|.*Window|Port|DBParameter.*|MultiAZ|PolicyDocument|HealthCheck.*|Capacity|Vlan|CertificateArn|NodeRole|AmiType|Labels|Taints|InstanceTypes|ReleaseVersion|CapacityType|ServerCertificateArn|AuthenticationOptions|ConnectionLogOptions|Client(?:Connect|LoginBanner|RouteEnforcement)Options|DnsServers|VpnPort|TransportProtocol|SelfServicePortal|SessionTimeoutHours|ConnectionId|BgpPeers|CreditSpecification|PropagateTagsAtLaunch|Tenancy|InstanceTenancy|Deletion.*|Enable.*Logs.*|Version|.*Config|.*Configurations?)$/.test(
    property,
  ) &&
  ![
    'ServiceName',
    'VpcConfig',
    'NetworkConfiguration',
    'ConnectPeerConfiguration',
    'Config',
    'ResourcesVpcConfig',
    'KubernetesNetworkConfig',
    'DBSubnetGroupName',
  ].includes(property)
