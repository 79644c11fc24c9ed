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
  type Raw,
} from '../describe'
import { facesOfInstance, purposeOf } from '../network-interface/described'

/**
 * Addresses of secondary private ones, and those that nothing uses; an interface's own is written
 * with the interface.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html
 */
export const describe: Describe<'elastic-ip'> = ({ dump, placeOf }) =>
  [...dump.all('Addresses'), ...toldByInterfaces(dump)].flatMap(({ it, id, ownerId, region }) => {
    const faceId = text(it, 'NetworkInterfaceId')
    const face = dump.find('NetworkInterfaces', faceId)?.it ?? facesTold(dump).get(faceId ?? '')
    const privateIp = text(it, 'PrivateIpAddress')
    const isUsed = text(it, 'AssociationId') !== null || faceId !== null
    const purpose = face && purposeOf(face, dump)
    const isSecondary = face && privateIp && privateIp !== text(face, 'PrivateIpAddress')
    if (!id || (isUsed && !isSecondary)) return []
    if (isUsed && purpose?.type !== 'instance' && purpose?.type !== 'unattached') return []
    const holder =
      purpose?.type === 'instance' && purpose.isPrimary
        ? idOf('workload', purpose.instanceId)
        : faceId && idOf('network-interface', faceId)
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
function toldByInterfaces(dump: Dump): readonly Entry[] {
  const listed = new Set(dump.all('Addresses').map(({ it }) => text(it, 'PublicIp')))
  const told = [...facesTold(dump).values()].map((it) => ({ it, ownerId: null, region: null }))
  const faces = dump.all('NetworkInterfaces')
  return [...faces, ...(faces.length > 0 ? [] : told)].flatMap(({ it: face, ownerId, region }) =>
    parts(face, 'PrivateIpAddresses').flatMap((address) => {
      const association = part(address, 'Association')
      const publicIp = text(association, 'PublicIp')
      const id = text(association, 'AllocationId') ?? publicIp
      if (!id || !publicIp || address['Primary'] === true || listed.has(publicIp)) return []
      const it = {
        PublicIp: publicIp,
        AssociationId: text(association, 'AssociationId') ?? id,
        NetworkInterfaceId: text(face, 'NetworkInterfaceId'),
        PrivateIpAddress: text(address, 'PrivateIpAddress'),
      }
      return [{ it, id, of: null, ownerId, region, whole: false }]
    }),
  )
}

const facesOf = new WeakMap<Dump, ReadonlyMap<string, Raw>>()

/** The interfaces that instances tell of. */
function facesTold(dump: Dump): ReadonlyMap<string, Raw> {
  const made = facesOf.get(dump)
  if (made) return made
  const faces = new Map(
    dump
      .all('Instances')
      .flatMap((it) => facesOfInstance(it, dump))
      .map((it) => [text(it, 'NetworkInterfaceId') ?? '', it]),
  )
  facesOf.set(dump, faces)
  return faces
}
