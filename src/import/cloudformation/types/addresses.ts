import { flag, parts, text, texts, type Raw } from '../../../kinds/describe'
import { defaultGroupOf } from '../attributes'
import type { Book, Entry } from '../book'
import { picked, tagsOf, type Item, type TypeReader, type Writing } from '../item'
import { withLaunchTemplate } from './launched'

/** The allocation whose address a text stands for: `Ref` of an Elastic IP is the address. */
const allocationIn = (written: string | null): string | null =>
  /^public-ip-of:(eipalloc-.+)$/.exec(written ?? '')?.[1] ?? null

const elasticIp: TypeReader = {
  read: (it, writing) => {
    const { properties, id, place } = it
    writing.book.put('Addresses', id, place, {
      AllocationId: id,
      ...picked(properties, 'NetworkBorderGroup', 'PublicIp', 'AssociationId'),
      Tags: tagsOf(it),
    })
  },
}

/** An address on an instance or an interface: with the instance, or by an association. */
const association: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkInterfaceId')],
  read: (it, writing) => {
    const { properties } = it
    const id = text(properties, 'AllocationId') ?? allocationIn(text(properties, 'EIP'))
    associate(it, id, writing)
  },
}

/** The association that an Elastic IP itself names. */
const ownAssociation: TypeReader = {
  read: (it, writing) => {
    if (text(it.properties, 'InstanceId') !== null) associate(it, it.id, writing)
  },
}

function associate(it: Item, allocationId: string | null, { book, lacks }: Writing): void {
  const { properties, place } = it
  const instance = book.find('Instances', properties['InstanceId'])
  const faceId =
    text(properties, 'NetworkInterfaceId') ?? text(instance ?? {}, 'PrimaryInterfaceId')
  const face = book.find('NetworkInterfaces', faceId)
  const address = book.find('Addresses', allocationId)
  const AllocationId = allocationId
  if (!face) {
    lacks(it, 'What it gives an address to is not among the files.')
    return
  }
  const secondary = text(properties, 'PrivateIpAddress')
  const isSecondary = secondary !== null && secondary !== text(face, 'PrivateIpAddress')
  if (address) {
    address['AssociationId'] = 'eipassoc-0'
    address['NetworkInterfaceId'] = faceId
    if (isSecondary) address['PrivateIpAddress'] = secondary
  }
  // its address is not known before AWS allocates it
  const told = address ? picked(address, 'PublicIp') : {}
  if (!isSecondary) withPublic(face, { AllocationId, IpOwnerId: place.ownerId, ...told })
}

/** EC2 tells of the public address with the interface and with its primary address. */
function withPublic(face: Entry, association: Raw): void {
  face['Association'] = association
  face['PrivateIpAddresses'] = parts(face, 'PrivateIpAddresses').map((each) =>
    each['Primary'] === true ? { ...each, Association: association } : each,
  )
}

const networkInterface: TypeReader = {
  read: (it, { book }) => {
    book.put('NetworkInterfaces', it.id, it.place, {
      ...guarded(faceOf(it.properties, it.id, it), book),
      Description: text(it.properties, 'Description'),
      InterfaceType: text(it.properties, 'InterfaceType') ?? 'interface',
      TagSet: tagsOf(it),
    })
  },
}

/**
 * AWS puts it in the default security group of its VPC where none is named.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function guarded(face: Entry, book: Book): Entry {
  const vpcId = text(book.find('Subnets', face['SubnetId']) ?? {}, 'VpcId')
  const isNamed = parts(face, 'Groups').length > 0
  return isNamed || vpcId === null
    ? face
    : { ...face, Groups: [{ GroupId: defaultGroupOf(vpcId) }] }
}

/** An interface as EC2 lists it, from properties of an interface or of an instance. */
export function faceOf(it: Raw, id: string, { place }: Item): Entry {
  const subnetId = text(it, 'SubnetId')
  const primary =
    text(it, 'PrivateIpAddress') ??
    text(
      parts(it, 'PrivateIpAddresses').find((each) => text(each, 'Primary') === 'true') ?? {},
      'PrivateIpAddress',
    )
  const further = parts(it, 'PrivateIpAddresses')
    .filter((each) => text(each, 'Primary') !== 'true')
    .flatMap((each) => text(each, 'PrivateIpAddress') ?? [])
  const groups = [
    ...texts(it, 'GroupSet'),
    ...texts(it, 'SecurityGroupIds'),
    ...texts(it, 'Groups'),
  ]
  const six = parts(it, 'Ipv6Addresses').map((each) => picked(each, 'Ipv6Address'))
  const count = Number(text(it, 'Ipv6AddressCount') ?? 0)
  return {
    NetworkInterfaceId: id,
    OwnerId: place.ownerId,
    SubnetId: subnetId,
    ...(primary && { PrivateIpAddress: primary }),
    PrivateIpAddresses: [
      ...(primary ? [{ Primary: true, PrivateIpAddress: primary }] : []),
      ...further.map((PrivateIpAddress) => ({ Primary: false, PrivateIpAddress })),
    ],
    // one that AWS chooses has no address yet
    Ipv6Addresses: six.length > 0 ? six : count > 0 ? [{}] : [],
    SourceDestCheck: text(it, 'SourceDestCheck') !== 'false',
    Groups: [...new Set(groups)].map((GroupId) => ({ GroupId })),
    Status: 'available',
  }
}

const natGateway: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const isRegional = text(properties, 'AvailabilityMode') === 'regional'
    const zones = parts(properties, 'AvailabilityZoneAddresses')
    const allocations = [
      text(properties, 'AllocationId'),
      ...texts(properties, 'SecondaryAllocationIds'),
      ...zones.flatMap((each) => texts(each, 'AllocationIds')),
    ].flatMap((each) => each ?? [])
    for (const each of allocations) {
      const address = book.find('Addresses', each)
      if (address) address['AssociationId'] = 'eipassoc-0'
    }
    const addresses = texts(properties, 'SecondaryPrivateIpAddresses')
    const further = Math.max(
      texts(properties, 'SecondaryAllocationIds').length,
      addresses.length,
      Math.min(31, Number(text(properties, 'SecondaryPrivateIpAddressCount') ?? 0) || 0),
    )
    book.put('NatGateways', id, place, {
      NatGatewayId: id,
      SubnetId: text(properties, 'SubnetId'),
      VpcId: text(properties, 'VpcId'),
      State: 'available',
      ConnectivityType: text(properties, 'ConnectivityType') ?? 'public',
      AvailabilityMode: isRegional ? 'regional' : 'zonal',
      ...(zones.length > 0 && { AutoProvisionZones: 'disabled' }),
      NatGatewayAddresses: isRegional
        ? zones.flatMap((each) => {
            const AvailabilityZone = text(each, 'AvailabilityZone')
            return texts(each, 'AllocationIds').map(() => ({ AvailabilityZone }))
          })
        : [
            { PrivateIp: text(properties, 'PrivateIpAddress'), IsPrimary: true },
            ...Array.from({ length: further }, (_, index) => ({
              PrivateIp: addresses[index] ?? null,
            })),
          ],
      Tags: tagsOf(it),
    })
  },
}

const instance: TypeReader = {
  read: (it, writing) => {
    const { book, lacks } = writing
    const { id, place } = it
    const properties = withLaunchTemplate(it, book)
    const own = parts(properties, 'NetworkInterfaces')
    const specified = own.length > 0 ? own : [properties]
    const faces = specified.flatMap((each, index) => {
      const device = Number(text(each, 'DeviceIndex') ?? index) || 0
      const known = text(each, 'NetworkInterfaceId')
      const faceId = known ?? `eni-${id.slice(2)}-${device}`
      if (known === null) {
        if (text(each, 'SubnetId') === null) return []
        const isPublic = text(each, 'AssociatePublicIpAddress') ?? null
        const subnet = book.find('Subnets', each['SubnetId'])
        const gets =
          device === 0 &&
          (isPublic === null
            ? subnet !== undefined && flag(subnet, 'MapPublicIpOnLaunch')
            : isPublic === 'true')
        const said = faceOf({ ...picked(properties, 'SourceDestCheck'), ...each }, faceId, it)
        // which group its template names may be what is not known
        const isKnown = book.doubtOf(id) === null
        book.put('NetworkInterfaces', faceId, place, isKnown ? guarded(said, book) : said)
        const made = book.find('NetworkInterfaces', faceId)
        if (made && gets) withPublic(made, { IpOwnerId: 'amazon' })
      }
      const face = book.find('NetworkInterfaces', faceId)
      if (face) {
        face['Attachment'] = { InstanceId: id, DeviceIndex: device, Status: 'attached' }
        face['Status'] = 'in-use'
        if (text(properties, 'SourceDestCheck') === 'false') face['SourceDestCheck'] = false
      }
      return face ? [{ device, face }] : []
    })
    const primary = faces.find(({ device }) => device === 0)?.face
    if (!primary) {
      lacks(it, 'It lies in no subnet among the files, perhaps in the default VPC.')
      return
    }
    book.put('Instances', id, place, {
      InstanceId: id,
      OwnerId: place.ownerId,
      State: { Name: 'running' },
      PrimaryInterfaceId: primary['NetworkInterfaceId'],
      NetworkInterfaces: faces.map(({ face }) => ({
        NetworkInterfaceId: face['NetworkInterfaceId'],
      })),
      Tags: tagsOf(it),
    })
  },
}

const interfaceAttachment: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkInterfaceId')],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const face = book.find('NetworkInterfaces', properties['NetworkInterfaceId'])
    const InstanceId = text(properties, 'InstanceId')
    if (!face || !book.find('Instances', InstanceId)) {
      lacks(it, 'The interface or the instance that it attaches is not among the files.')
      return
    }
    const DeviceIndex = Number(text(properties, 'DeviceIndex') ?? 1)
    face['Attachment'] = { InstanceId, DeviceIndex, Status: 'attached' }
    const NetworkInterfaceId = face['NetworkInterfaceId']
    const faces = parts(book.find('Instances', InstanceId) ?? {}, 'NetworkInterfaces')
    if (!faces.some((each) => each['NetworkInterfaceId'] === NetworkInterfaceId))
      book.add('Instances', InstanceId, 'NetworkInterfaces', { NetworkInterfaceId })
  },
}

/** Interfaces before the instances that carry them, and addresses before the gateways that use them. */
export const addressTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::EIP': elasticIp,
  'AWS::EC2::NetworkInterface': networkInterface,
  'AWS::EC2::Instance': instance,
  'AWS::EC2::NatGateway': natGateway,
}

export const addressParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::NetworkInterfaceAttachment': interfaceAttachment,
  'AWS::EC2::EIPAssociation': association,
}

/** What an Elastic IP says of itself once everything else is there. */
export const addressEnds: Readonly<Record<string, TypeReader>> = { 'AWS::EC2::EIP': ownAssociation }
