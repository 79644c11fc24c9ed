import { placeInArn, text, type Raw } from '../../kinds/describe'
import { usualPlace } from '../cloudformation/place'
import type { StackPlace } from '../cloudformation/stack'
import type { Shown } from './shown'

const ownerIn = (it: Raw): string | null =>
  text(it, 'owner_id') ?? placeInArn(text(it, 'arn')).ownerId

const regionIn = (it: Raw): string | null =>
  text(it, 'region') ??
  placeInArn(text(it, 'arn')).region ??
  (/^(?:[a-z]+-)+\d(?=[a-z]$)/.exec(text(it, 'availability_zone') ?? '')?.[0] || null)

/** Where a resource is: its ARN says it, its VPC's, or it is where most others are. */
export function placesOf(shown: readonly Shown[]): (it: Shown) => StackPlace {
  const vpcs = new Map(
    shown
      .filter(({ type }) => type === 'aws_vpc')
      .map(({ values }) => [text(values, 'id') ?? '', values]),
  )
  const usual: StackPlace = {
    ownerId: most(shown.flatMap(({ values }) => ownerIn(values) ?? [])) ?? usualPlace.ownerId,
    region: most(shown.flatMap(({ values }) => regionIn(values) ?? [])) ?? usualPlace.region,
  }
  return ({ values, place }) => {
    const vpc = vpcs.get(text(values, 'vpc_id') ?? '') ?? {}
    return {
      ownerId: ownerIn(values) ?? place?.ownerId ?? ownerIn(vpc) ?? usual.ownerId,
      region: regionIn(values) ?? place?.region ?? regionIn(vpc) ?? usual.region,
    }
  }
}

function most(words: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [first] = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return first?.[0] ?? null
}
