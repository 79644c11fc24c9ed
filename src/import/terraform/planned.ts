import { parts, text, texts, type Raw } from '../../kinds/describe'
import { picked, type Item, type TypeReader, type Writing } from '../cloudformation/item'
import { addressTypes } from '../cloudformation/types/addresses'
import { launchTemplateIn } from './types/workloads-launched'
import { partOf, type Words, type Written } from './written'

/** What a plan says of an Elastic IP: what it is for stands with it, or with an association. */
const elasticIp: Words = (it, AllocationId) => {
  const InstanceId = text(it, 'Instance')
  const NetworkInterfaceId = text(it, 'NetworkInterface')
  const PrivateIpAddress = text(it, 'AssociateWithPrivateIp')
  return [
    { type: 'AWS::EC2::EIP', properties: picked(it, 'NetworkBorderGroup', 'Tags') },
    ...(InstanceId === null && NetworkInterfaceId === null
      ? []
      : [
          partOf('EIPAssociation', {
            AllocationId,
            InstanceId,
            NetworkInterfaceId,
            PrivateIpAddress,
          }),
        ]),
  ]
}

/** Types that a plan tells otherwise than a state. */
const plannedWords: Readonly<Record<string, Words>> = {
  aws_eip: elasticIp,
}

/** Its security groups by their IDs, or by the names that they have in its VPC. */
function groupsOf({ properties, id, address }: Item, vpcId: string | null, { book }: Writing) {
  const named = texts(properties, 'SecurityGroups').flatMap((each) => {
    if (each.startsWith('sg-')) return [each]
    const found = book
      .all('SecurityGroups')
      .find(([, it]) => it['GroupName'] === each && it['VpcId'] === vpcId)
    if (!found) book.doubt(id, `the security group ${each} of ${address}`)
    return found ? [found[0]] : []
  })
  return [...new Set([...texts(properties, 'VpcSecurityGroupIds'), ...named])]
}

/** An instance before it is there: AWS makes its interface, or it is given some. */
const instance: TypeReader = {
  read: (it, writing) => {
    const { properties } = it
    const given = [
      ...parts(properties, 'PrimaryNetworkInterface').map((each) => ({
        ...each,
        DeviceIndex: '0',
      })),
      ...parts(properties, 'NetworkInterface'),
    ]
    const subnet = writing.book.find('Subnets', properties['SubnetId'])
    const vpcId = text(subnet ?? {}, 'VpcId')
    const groups = groupsOf(it, vpcId, writing)
    const launched = parts(properties, 'LaunchTemplate')
    const own = {
      ...picked(properties, 'SubnetId', 'AssociatePublicIpAddress', 'Tags', 'SourceDestCheck'),
      ...picked(properties, 'Ipv6AddressCount'),
      PrivateIpAddress: text(properties, 'PrivateIp'),
      PrivateIpAddresses: texts(properties, 'SecondaryPrivateIps').map((PrivateIpAddress) => ({
        PrivateIpAddress,
      })),
      Ipv6Addresses: texts(properties, 'Ipv6Addresses').map((Ipv6Address) => ({ Ipv6Address })),
      ...(groups.length > 0 && { SecurityGroupIds: groups }),
      ...(launched[0] && { LaunchTemplate: launchTemplateIn(launched[0]) }),
      ...(given.length > 0 && { NetworkInterfaces: given }),
    }
    addressTypes['AWS::EC2::Instance']?.read({ ...it, properties: own }, writing)
  },
}

/** Readers of what a plan tells otherwise than a state. */
export const plannedTypes: Readonly<Record<string, TypeReader>> = {
  'planned aws_instance': instance,
}

/** What a planned resource is written as. */
export function plannedAs(type: string, properties: Raw, id: string): readonly Written[] | null {
  if (Object.hasOwn(plannedWords, type)) return plannedWords[type]?.(properties, id) ?? null
  const own = `planned ${type}`
  return Object.hasOwn(plannedTypes, own) ? [{ type: own, properties }] : null
}
