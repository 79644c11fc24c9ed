import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { plannedPrefixList } from './plan'

export const cloudformation: Emit<'prefix-list'> = (list, context) => {
  const { block, output, tags } = context
  const { name, entries } = plannedPrefixList(list, context)
  return {
    blocks: [
      block('AWS::EC2::PrefixList', {
        PrefixListName: name,
        AddressFamily: list.addressFamily,
        MaxEntries: list.maxEntries,
        Entries:
          entries.length > 0
            ? entries.map(({ cidr, description }) =>
                nested({ Cidr: cidr, Description: description }),
              )
            : undefined,
        Tags: tags(),
      }),
    ],
    outputs: [output(['prefix list id'], `ID of the prefix list ${list.name}.`, ref(list.id))],
  }
}
