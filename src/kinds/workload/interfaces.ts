import type { Wants } from '../interfaces'
import type { Id } from '../resource'

/**
 * One interface in each of its subnets, all in the same security groups. That of a Lambda function
 * never has a public address. (NET-2)
 * @source https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export const wanted: Wants<'workload'> = (it, design) =>
  Object.entries(it.interfaces).map(([key, face]) => {
    const subnetId = key as Id<'subnet'>
    const isPublic = face.publicAddress !== 'none' && it.workloadType !== 'lambda-function'
    return {
      key: `${it.id} ${subnetId}`,
      ownerId: it.id,
      ownerName: it.name,
      interfaceId: null,
      subnetId,
      privateIp: face.privateIpAddress,
      secondaryIps: face.secondaryPrivateIpAddresses,
      publicIp: isPublic ? face.publicIp : undefined,
      secondaryPublicIps: [],
      ipv6Addresses: face.ipv6Addresses,
      prefixes: face.ipv6Prefixes ?? [],
      assignIpv6Address:
        face.assignIpv6Address || (design.get(subnetId)?.assignIpv6AddressOnCreation ?? false),
      sourceDestCheck: face.sourceDestCheck,
      groupIds: it.securityGroupIds,
    }
  })
