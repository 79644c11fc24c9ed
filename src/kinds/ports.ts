import type { Port } from './packet'

/** Ports from one number to another, both included. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

export const everyPort: PortRange = { from: 0, to: 65535 }

/**
 * Which ports may this one be? Hosts choose theirs from 32768 on Linux and from 49152 on Windows;
 * NAT gateways, load balancers and Lambda from 1024. Null stands for every port. (ACL-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
 */
export function portsOf(port: Port | null): PortRange {
  if (port === null) return everyPort
  if (port === 'ephemeral') return { from: 32768, to: 65535 }
  if (port === 'device') return { from: 1024, to: 65535 }
  return { from: port, to: port }
}
