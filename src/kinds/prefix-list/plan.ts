import type { Place } from '../../iac/block'
import { beginning, isSameText, tagText } from '../../iac/text'
import { compareCidrs, isCidr, type Cidr } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

/** One block of a list, as AWS takes it. */
interface PlannedEntry {
  readonly cidr: Cidr
  readonly description: string | undefined
}

const textRule =
  'A prefix list holds no control characters, no line separators in its name, no name that begins like those of AWS, and 255 characters in each text'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html */
const longest = 255

/** A list is used in the account and Region that it is made in, unless it is shared. */
export const isListAt = (list: ResourceOf<'prefix-list'>, { ownerId, region }: Place): boolean =>
  list.ownerId === ownerId && list.region === region

/** The name and the blocks of a list by address, without those that AWS would refuse. */
export function plannedPrefixList(
  list: ResourceOf<'prefix-list'>,
  { gap, renamed }: EmitContext,
): { readonly name: string; readonly entries: readonly PlannedEntry[] } {
  const text = tagText(list.name).replace(/[\u2028\u2029]/g, ' ')
  const name = beginning(/^com\.amazonaws/i.test(text) ? `own-${text}` : text, longest)
  if (!isSameText(name, list.name)) renamed('prefix list name', list.name, name, textRule)
  const blocks = Object.keys(list.entries).filter(isCidr).toSorted(compareCidrs)
  const foreign = blocks.filter((block) => familyOf(block) !== list.addressFamily)
  for (const block of foreign)
    gap(
      `${block} is left out of ${list.name}: the list holds ${list.addressFamily} blocks.`,
      'Keep a list for each address family.',
    )
  const own = blocks.filter((block) => familyOf(block) === list.addressFamily)
  if (own.length > list.maxEntries)
    gap(
      `${list.name} has ${own.length} entries and room for ${list.maxEntries}; AWS refuses it.`,
      'Raise its maximum number of entries.',
    )
  return {
    name,
    entries: own.map((block) => {
      const said = list.entries[block]?.description ?? ''
      const description = beginning(tagText(said), longest)
      if (!isSameText(description, said))
        renamed(`description of ${block}`, said, description, textRule)
      return { cidr: block, description: description || undefined }
    }),
  }
}
