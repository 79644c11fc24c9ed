import { text, type Dump } from '../../kinds/describe'
import { firstAccount, firstRegion } from '../../model/document'

interface Place {
  readonly ownerId: string
  readonly region: string
}

const isAccount = (id: string | null): id is string => id !== null && /^\d{12}$/.test(id)

/**
 * The account and Region of VPCs. AWS does not say in which Region a VPC is: its folder tells, its
 * subnets' zones, or a peering connection. What nothing tells is taken to be like most others.
 */
export function placesIn(dump: Dump): (vpcId: string | null) => Place {
  const regions = new Map<string, string>()
  for (const { id, region } of dump.all('Vpcs')) if (id && region) regions.set(id, region)
  for (const { it, region } of dump.all('Subnets')) {
    const vpcId = text(it, 'VpcId')
    if (vpcId && region && !regions.has(vpcId)) regions.set(vpcId, region)
  }
  const seen = [
    'Vpcs',
    'Subnets',
    'NetworkInterfaces',
    'TransitGateways',
    'SecurityGroups',
  ].flatMap((name) => dump.all(name))
  const usual: Place = {
    ownerId: most(seen.map(({ ownerId }) => ownerId).filter(isAccount)) ?? firstAccount.id,
    region: most(seen.flatMap(({ region }) => region ?? [])) ?? firstRegion,
  }
  return (vpcId) => {
    const entry = dump.find('Vpcs', vpcId)
    const ownerId = entry?.ownerId ?? null
    return {
      ownerId: isAccount(ownerId) ? ownerId : usual.ownerId,
      region: (vpcId && regions.get(vpcId)) ?? usual.region,
    }
  }
}

/** The word that is there most often, of equals the first by name. */
function most(words: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [first] = [...counts.entries()].toSorted(
    ([a, many], [b, more]) => more - many || (a < b ? -1 : 1),
  )
  return first?.[0] ?? null
}
