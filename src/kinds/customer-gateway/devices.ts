import { text, type Dump, type Raw } from '../describe'

/** A device at the other end of VPN connections. */
export interface Device {
  readonly it: Raw
  readonly id: string
  readonly ownerId: string | null
  readonly region: string | null
  /** The connection that tells of it, where it is not described itself. */
  readonly namedBy: string | null
}

/** The devices that are there: those that are described, and those that a VPN connection leads to. */
export function devicesIn(dump: Dump): readonly Device[] {
  const devices = new Map<string, Device>()
  for (const { it, id, ownerId, region } of dump.all('CustomerGateways'))
    if (id && text(it, 'State') !== 'deleted')
      devices.set(id, { it, id, ownerId, region, namedBy: null })
  for (const { it, id: connection, ownerId, region } of dump.all('VpnConnections')) {
    const id = text(it, 'CustomerGatewayId')
    if (!id || devices.has(id) || text(it, 'State') === 'deleted') continue
    devices.set(id, { it: {}, id, ownerId, region, namedBy: connection })
  }
  return [...devices.values()]
}
