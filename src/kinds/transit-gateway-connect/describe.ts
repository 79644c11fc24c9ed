import {
  blocksIn,
  idOf,
  ipOf,
  known,
  number,
  oneOf,
  part,
  parts,
  text,
  texts,
  type Describe,
} from '../describe'
import { attachmentOf } from '../transit-gateway-route-table/described'
import { connectStates } from './schema'

/**
 * Connect attachments. Nothing tells which appliance has a peer's address, so the one at the far end
 * is looked up among the interfaces.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayConnect.html
 */
export const describe: Describe<'transit-gateway-connect'> = ({ dump, skip }) =>
  dump.all('TransitGatewayConnects').flatMap(({ it, id }) => {
    const [gatewayId, transport] = [
      text(it, 'TransitGatewayId'),
      text(it, 'TransportTransitGatewayAttachmentId'),
    ]
    const state = text(it, 'State') ?? 'available'
    if (!id || !gatewayId || !transport || state === 'deleted') return []
    const peers = dump
      .all('TransitGatewayConnectPeers')
      .filter((each) => text(each.it, 'TransitGatewayAttachmentId') === id)
      .map((each) => part(each.it, 'ConnectPeerConfiguration'))
    const addresses = peers.flatMap((each) => text(each, 'PeerAddress') ?? [])
    const face = dump
      .all('NetworkInterfaces')
      .find((each) => addresses.includes(text(each.it, 'PrivateIpAddress') ?? ''))
    const instance = face && text(part(face.it, 'Attachment'), 'InstanceId')
    const carrier = attachmentOf(transport, dump)
    if (!instance || !carrier) {
      skip(id, 'The appliance at the far end of this Connect attachment is not described.')
      return []
    }
    return [
      {
        ...known('transit-gateway-connect', it, id),
        transitGatewayId: idOf('transit-gateway', gatewayId),
        applianceId: idOf('workload', instance),
        transportAttachmentId: carrier,
        state: oneOf(state, connectStates, 'available'),
        peers: Object.fromEntries(
          peers.slice(0, 4).map((each, index) => {
            const [session] = parts(each, 'BgpConfigurations')
            const isUp = parts(each, 'BgpConfigurations').some(
              (bgp) => text(bgp, 'BgpStatus') === 'up',
            )
            return [
              `peer-${index + 1}`,
              {
                peerAddress: ipOf(text(each, 'PeerAddress')),
                insideCidrBlock: blocksIn(texts(each, 'InsideCidrBlocks'), 'IPv4')[0],
                peerAsn: number(session ?? {}, 'PeerAsn') ?? 65000,
                bgpStatus: isUp ? 'up' : 'down',
              },
            ]
          }),
        ),
        prefixes: blocksIn(
          dump
            .all('Routes')
            .filter(
              (route) =>
                text(route.it, 'Type') === 'propagated' &&
                parts(route.it, 'TransitGatewayAttachments').some(
                  (each) => text(each, 'TransitGatewayAttachmentId') === id,
                ),
            )
            .map((route) => text(route.it, 'DestinationCidrBlock')),
          'IPv4',
        ),
      },
    ]
  })
