import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { plannedPrefixList } from './plan'

export const terraform: Emit<'prefix-list'> = (list, context) => {
  const { block, output, tags } = context
  const { name, entries } = plannedPrefixList(list, context)
  return {
    blocks: [
      block('aws_ec2_managed_prefix_list', {
        name,
        address_family: list.addressFamily,
        max_entries: list.maxEntries,
        entry: entries.map(({ cidr, description }) => nested({ cidr, description })),
        tags: tags(),
      }),
    ],
    outputs: [output(['prefix list id'], `ID of the prefix list ${list.name}.`, ref(list.id))],
  }
}
