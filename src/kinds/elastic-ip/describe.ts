import {
  idOf,
  ipOf,
  known,
  part,
  parts,
  text,
  type Describe,
  type Dump,
  type Entry,
} from '../describe'
import { purposeOf } from '../network-interface/described'

/**
 * Addresses of secondary private ones, and those that nothing uses; an interface's own is written
 * with the interface.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html
 */
export const describe: Describe<'elastic-ip'> = ({ dump, placeOf }) =>
  [...dump.all('Addresses'), ...toldByInterfaces(dump)].flatMap(({ it, id, ownerId, region }) => {
    const face = dump.find('NetworkInterfaces', text(it, 'NetworkInterfaceId'))
    const privateIp = text(it, 'PrivateIpAddress')
    const isUsed = text(it, 'AssociationId') !== null || text(it, 'NetworkInterfaceId') !== null
    const purpose = face && purposeOf(face.it, dump)
    const isSecondary = face && privateIp && privateIp !== text(face.it, 'PrivateIpAddress')
    if (!id || (isUsed && !isSecondary)) return []
    if (isUsed && purpose?.type !== 'instance' && purpose?.type !== 'unattached') return []
    const holder =
      purpose?.type === 'instance' && purpose.isPrimary
        ? idOf('workload', purpose.instanceId)
        : face?.id && idOf('network-interface', face.id)
    const place = placeOf(null)
    return [
      {
        ...known('elastic-ip', it, id, text(it, 'PublicIp')),
        ownerId: ownerId ?? place.ownerId,
        region: region ?? text(it, 'NetworkBorderGroup') ?? place.region,
        publicIp: ipOf(text(it, 'PublicIp')),
        associatedWith: holder ?? null,
        privateIpAddress: holder ? ipOf(privateIp) : null,
      },
    ]
  })

/** Those of secondary addresses where the call is missing: the interface tells them too. */
const toldByInterfaces = (dump: Dump): readonly Entry[] =>
  dump.all('NetworkInterfaces').flatMap((face) =>
    parts(face.it, 'PrivateIpAddresses').flatMap((address) => {
      const association = part(address, 'Association')
      const [id, publicIp] = [text(association, 'AllocationId'), text(association, 'PublicIp')]
      const isListed = dump.asked('Addresses') && dump.find('Addresses', id)
      if (!id || !publicIp || isListed) return []
      const it = {
        PublicIp: publicIp,
        AssociationId: text(association, 'AssociationId') ?? id,
        NetworkInterfaceId: face.id,
        PrivateIpAddress: text(address, 'PrivateIpAddress'),
      }
      return [{ ...face, it, id, of: null }]
    }),
  )
