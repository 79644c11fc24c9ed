import type { Wants } from '../interfaces'
import { keysOf } from '../without'

/**
 * One network interface in each subnet of an endpoint. That of an interface endpoint has security
 * groups; the one of a Gateway Load Balancer endpoint has none. (EP-6, EP-12, SG-11)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export const wanted: Wants<'vpc-endpoint'> = (it) =>
  keysOf(it.subnets).map((subnetId) => ({
    key: `${it.id} ${subnetId}`,
    ownerId: it.id,
    ownerName: it.name,
    interfaceId: null,
    subnetId,
    privateIp: it.subnets[subnetId]?.privateIp ?? null,
    secondaryIps: [],
    publicIp: undefined,
    secondaryPublicIps: [],
    ipv6Addresses: [],
    assignIpv6Address: false,
    sourceDestCheck: it.vpcEndpointType === 'Interface',
    groupIds: it.vpcEndpointType === 'Interface' ? it.securityGroupIds : null,
  }))
