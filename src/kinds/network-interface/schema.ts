import { z } from '../../base/zod'
import { cidr6Field, common, idField, ip6Field, ipField } from '../fields'

/** How an interface comes by a public IPv4 address, if at all. */
export const publicAddressSources = ['none', 'auto-assigned', 'elastic-ip'] as const

/** What every network interface has, be it a resource of its own or a workload's. */
export const interfaceFields = {
  /** The primary private IPv4 address; null means that AWS chooses one from the subnet. */
  privateIpAddress: ipField.nullable().default(null),
  secondaryPrivateIpAddresses: z.array(ipField).default([]),
  publicAddress: z.enum(publicAddressSources).default('none'),
  /** The public address of the primary one, when known; null means that AWS chooses one. */
  publicIp: ipField.nullable().default(null),
  /** Does it get an IPv6 address even where none is written down? */
  assignIpv6Address: z.boolean().default(false),
  ipv6Addresses: z.array(ip6Field).default([]),
  /** Blocks whose every address is its own, as nodes of a cluster have them for pods. */
  ipv6Prefixes: z.array(cidr6Field).optional(),
  /** Off for an interface that forwards what is not addressed to it. (RT-19) */
  sourceDestCheck: z.boolean().default(true),
}

/**
 * A network interface beyond those a workload is drawn with.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html
 */
export const schema = z.strictObject({
  id: idField('network-interface'),
  kind: z.literal('network-interface'),
  ...common,
  subnetId: idField('subnet'),
  /** The instance it is attached to; null for one that is attached to nothing. */
  instanceId: idField('workload').nullable().default(null),
  ...interfaceFields,
  groupIds: z.array(idField('security-group')).default([]),
})
