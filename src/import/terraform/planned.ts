import { parts, text, texts, type Raw } from '../../kinds/describe'
import { defaultGroupOf } from '../cloudformation/attributes'
import { picked, type TypeReader } from '../cloudformation/item'
import { addressTypes } from '../cloudformation/types/addresses'
import { words } from './items'
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

/** An interface, with the attachment that it names itself. */
const networkInterface: Words = (it, NetworkInterfaceId) => [
  ...(words['aws_network_interface']?.(it, NetworkInterfaceId) ?? []),
  ...parts(it, 'Attachment').map((each) =>
    partOf('NetworkInterfaceAttachment', {
      NetworkInterfaceId,
      InstanceId: text(each, 'Instance'),
      DeviceIndex: text(each, 'DeviceIndex') ?? '1',
    }),
  ),
]

/** Types that a plan tells otherwise than a state. */
const plannedWords: Readonly<Record<string, Words>> = {
  aws_eip: elasticIp,
  aws_network_interface: networkInterface,
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
    const groups = texts(properties, 'VpcSecurityGroupIds')
    const own = {
      ...picked(properties, 'SubnetId', 'AssociatePublicIpAddress', 'Tags', 'SourceDestCheck'),
      ...picked(properties, 'Ipv6AddressCount'),
      PrivateIpAddress: text(properties, 'PrivateIp'),
      PrivateIpAddresses: texts(properties, 'SecondaryPrivateIps').map((PrivateIpAddress) => ({
        PrivateIpAddress,
      })),
      Ipv6Addresses: texts(properties, 'Ipv6Addresses').map((Ipv6Address) => ({ Ipv6Address })),
      // AWS puts it in the default security group of its VPC where none is named
      SecurityGroupIds: groups.length > 0 || vpcId === null ? groups : [defaultGroupOf(vpcId)],
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
