import type { Binding, Packet } from '../forward'

/**
 * Does this packet come out of an interface endpoint, as the connection that AWS PrivateLink brings
 * to a Network Load Balancer? For a reply: does it have to go back there? (EP-9, EP-11)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export function overPrivateLink({ direction, header, bindings }: Packet): Binding | undefined {
  const [client, node] =
    direction === 'request'
      ? [header.source, header.destination]
      : [header.destination, header.source]
  return bindings.findLast(
    ({ device, after }) =>
      device.startsWith('vpc-endpoint:') && after.source === client && after.destination === node,
  )
}
