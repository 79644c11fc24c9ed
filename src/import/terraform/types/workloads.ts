import { parts, text, texts, type Raw } from '../../../kinds/describe'
import { isOn, picked, type TypeReader } from '../../cloudformation/item'
import { workloadTypes as known } from '../../cloudformation/types/workloads'
import { partOf, type Words, type Written } from '../written'

/** The first of the blocks that there may be one of. */
export const only = (it: Raw, key: string): Raw => parts(it, key)[0] ?? {}

const one = (type: string, properties: Raw): readonly Written[] => [{ type, properties }]

const lambda: Words = (it) =>
  one('AWS::Lambda::Function', {
    ...picked(it, 'FunctionName', 'Tags'),
    VpcConfig: picked(only(it, 'VpcConfig'), 'SubnetIds', 'SecurityGroupIds'),
  })

const service: Words = (it) => {
  const network = only(it, 'NetworkConfiguration')
  return one('AWS::ECS::Service', {
    ServiceName: text(it, 'Name'),
    ...picked(it, 'Tags'),
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        ...picked(network, 'Subnets', 'SecurityGroups'),
        AssignPublicIp: isOn(network, 'AssignPublicIp') ? 'ENABLED' : 'DISABLED',
      },
    },
    LoadBalancers: parts(it, 'LoadBalancer'),
  })
}

const subnetGroup: Words = (it) =>
  one('AWS::RDS::DBSubnetGroup', {
    DBSubnetGroupName: text(it, 'Name'),
    ...picked(it, 'SubnetIds'),
  })

/** A database in the words of RDS. */
const databaseIn = (it: Raw): Raw => ({
  ...picked(it, 'AvailabilityZone', 'PubliclyAccessible', 'Tags'),
  DBInstanceIdentifier: text(it, 'Identifier'),
  DBSubnetGroupName: text(it, 'DbSubnetGroupName'),
  VPCSecurityGroups: texts(it, 'VpcSecurityGroupIds'),
})

const database: Words = (it) => one('AWS::RDS::DBInstance', databaseIn(it))

/** Clusters of databases stand for themselves only until an instance names them. */
export const databaseClusters = 'clusters of databases'

const databaseCluster: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const { DBSubnetGroupName, VPCSecurityGroups } = databaseIn(properties)
    const Identifier = text(properties, 'ClusterIdentifier')
    book.put(databaseClusters, id, place, { Identifier, DBSubnetGroupName, VPCSecurityGroups })
    // Amazon RDS makes the instances of these by itself
    if (
      text(properties, 'DbClusterInstanceClass') ??
      text(only(properties, 'ScalingConfiguration'), 'MaxCapacity')
    )
      lacks(it, 'Which instances it has, Amazon RDS decides; they are missing.')
  },
}

/** An instance has its security groups, and mostly its subnets, from its cluster. */
const clusterInstance: TypeReader = {
  read: (it, writing) => {
    const { book, lacks } = writing
    const named = text(it.properties, 'ClusterIdentifier')
    const found = book
      .all(databaseClusters)
      .find(([id, each]) => named !== null && [id, each['Identifier']].includes(named))
    if (!found) {
      lacks(it, `Its cluster ${named ?? ''} is not among the files.`)
      return
    }
    const [id, cluster] = found
    const own = databaseIn(it.properties)
    const properties = {
      ...own,
      DBSubnetGroupName: own['DBSubnetGroupName'] ?? cluster['DBSubnetGroupName'],
      VPCSecurityGroups: cluster['VPCSecurityGroups'],
    }
    const doubt = book.doubtOf(id)
    if (doubt !== null) book.doubt(it.id, doubt)
    known['AWS::RDS::DBInstance']?.read({ ...it, properties }, writing)
  },
}

/** A further security group of an interface, also of the one that AWS makes with an instance. */
const groupAttachment: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkInterfaceId')],
  read: (it, { book, lacks }) => {
    const face = book.find('NetworkInterfaces', text(it.properties, 'NetworkInterfaceId'))
    const GroupId = text(it.properties, 'SecurityGroupId')
    if (!face || GroupId === null) {
      lacks(it, 'The interface that it gives a security group to is not among the files.')
      return
    }
    const groups = parts(face, 'Groups')
    if (!groups.some((each) => text(each, 'GroupId') === GroupId))
      face['Groups'] = [...groups, { GroupId }]
  },
}

/** Types whose meaning is that of a type of CloudFormation. */
export const workloadWords: Readonly<Record<string, Words>> = {
  aws_db_instance: database,
  aws_db_subnet_group: subnetGroup,
  aws_ecs_service: service,
  aws_lambda_function: lambda,
  aws_network_interface_attachment: (it) => [partOf('NetworkInterfaceAttachment', it)],
}

export const workloadTypes: Readonly<Record<string, TypeReader>> = {
  aws_rds_cluster: databaseCluster,
  aws_rds_cluster_instance: clusterInstance,
}

export const workloadParts: Readonly<Record<string, TypeReader>> = {
  aws_network_interface_sg_attachment: groupAttachment,
}

/** The attributes that say something of the network; images, keys and roles do not. */
export const workloadTells: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: [
    'availability_zone',
    'db_subnet_group_name',
    'publicly_accessible',
    'vpc_security_group_ids',
  ],
  aws_db_subnet_group: ['subnet_ids'],
  aws_ecs_service: ['load_balancer', 'network_configuration'],
  aws_lambda_function: ['vpc_config'],
  aws_rds_cluster: ['db_subnet_group_name', 'vpc_security_group_ids'],
  aws_rds_cluster_instance: [
    'availability_zone',
    'cluster_identifier',
    'db_subnet_group_name',
    'publicly_accessible',
  ],
  aws_instance: [
    'associate_public_ip_address',
    'ipv6_address_count',
    'ipv6_addresses',
    'launch_template',
    'network_interface',
    'primary_network_interface',
    'private_ip',
    'secondary_private_ips',
    'security_groups',
    'source_dest_check',
    'subnet_id',
    'vpc_security_group_ids',
  ],
}
