import { workload } from '../../../../model/testing/build'

export type More = Readonly<Record<string, unknown>>

export const sg = (name: string) => `security-group:${name}`

/** An instance with one interface at this address, in this group. */
export const host = (
  name: string,
  subnetName: string,
  privateIpAddress: string,
  group: string,
  face: More = {},
) => workload(name, subnetName, { securityGroupIds: [sg(group)] }, { privateIpAddress, ...face })

/** An appliance that forwards what is not addressed to it. */
export const firewall = (
  name: string,
  subnetName: string,
  privateIpAddress: string,
  group: string,
  more: More = {},
  face: More = {},
) =>
  workload(
    name,
    subnetName,
    { workloadType: 'appliance', forwarding: 'forward', securityGroupIds: [sg(group)], ...more },
    { privateIpAddress, sourceDestCheck: false, ...face },
  )

export const elastic = (publicIp: string) => ({ publicAddress: 'elastic-ip', publicIp })

/** A rule of a security group for a protocol by its name; all ports or types unless said. */
export const rule = (ipProtocol: string, cidrIpv4: string, fromPort = -1, toPort = fromPort) => ({
  ipProtocol,
  cidrIpv4,
  fromPort,
  toPort,
})
