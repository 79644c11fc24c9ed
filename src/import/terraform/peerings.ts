import { text } from '../../kinds/describe'
import { tagsOf, type TypeReader, type Writing } from '../cloudformation/item'

export const peering: TypeReader = {
  read: ({ properties, id, place, ...it }, { book }: Writing) => {
    const peer = book.placeOf('Vpcs', properties['PeerVpcId']) ?? place
    book.put('VpcPeeringConnections', id, place, {
      VpcPeeringConnectionId: id,
      Status: { Code: text(properties, 'AcceptStatus') ?? 'pending-acceptance' },
      RequesterVpcInfo: {
        VpcId: properties['VpcId'],
        OwnerId: place.ownerId,
        Region: place.region,
      },
      AccepterVpcInfo: {
        VpcId: properties['PeerVpcId'],
        OwnerId: text(properties, 'PeerOwnerId') ?? peer.ownerId,
        Region: text(properties, 'PeerRegion') ?? peer.region,
      },
      Tags: tagsOf({ ...it, properties, id, place }),
    })
  },
}

/** A state keeps of the requester what it read before the other side accepted: the accepter knows. */
export const accepter: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpcPeeringConnectionId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'VpcPeeringConnectionId')
    const made = book.find('VpcPeeringConnections', id)
    const Code = text(it.properties, 'AcceptStatus')
    if (!made) lacks(it, `The peering connection ${id ?? ''} is not among the files.`)
    else if (Code) made['Status'] = { Code }
  },
}
