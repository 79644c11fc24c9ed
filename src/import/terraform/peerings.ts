import { part, parts, text, type Raw } from '../../kinds/describe'
import type { Entry } from '../cloudformation/book'
import { isOn, tagsOf, type TypeReader, type Writing } from '../cloudformation/item'

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
    resolve(book.find('VpcPeeringConnections', id), properties)
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
    else {
      if (Code) made['Status'] = { Code }
      resolve(made, it.properties)
    }
  },
}

/** Each side says in a block of its own whether its names of hosts are resolved to private addresses. */
function resolve(made: Entry | undefined, properties: Raw): void {
  for (const [side, key] of [
    ['RequesterVpcInfo', 'Requester'],
    ['AccepterVpcInfo', 'Accepter'],
  ] as const)
    for (const each of parts(properties, key)) {
      const AllowDnsResolutionFromRemoteVpc = isOn(each, 'AllowRemoteVpcDnsResolution')
      if (made)
        made[side] = { ...part(made, side), PeeringOptions: { AllowDnsResolutionFromRemoteVpc } }
    }
}

/** What the sides say in a resource of its own, once the connection is there. */
export const options: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpcPeeringConnectionId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'VpcPeeringConnectionId')
    const made = book.find('VpcPeeringConnections', id)
    if (made) resolve(made, it.properties)
    else lacks(it, `The peering connection ${id ?? ''} is not among the files.`)
  },
}
