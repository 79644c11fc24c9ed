import { printHcl } from '../../iac/hcl'
import { byCodeUnit } from '../../iac/order'
import { verbatim } from '../../iac/value'
import type { ExportSettings } from '../../model/export-settings'

type Addresses = ExportSettings['addresses']

const typeOf = (address: string) => /aws_\w+(?=\.)/.exec(address)?.[0]

/**
 * What stood at another address in the last export: Terraform renames it in the state instead of
 * destroying it and making it anew. Another type is another resource, which no rename can make.
 * @source https://developer.hashicorp.com/terraform/language/modules/develop/refactoring
 */
export function movedBlocks(before: Addresses, now: Addresses): string {
  const moves = Object.entries(now).flatMap(([of, parts]) =>
    Object.entries(parts).flatMap(([part, to]) => {
      const from = before[of]?.[part]
      if (from === undefined || from === to || typeOf(from) !== typeOf(to)) return []
      return [{ from, to }]
    }),
  )
  return printHcl(
    moves
      .toSorted((a, b) => byCodeUnit(a.to, b.to))
      .map(({ from, to }) => ({
        keyword: 'moved',
        labels: [],
        body: { from: verbatim(from), to: verbatim(to) },
      })),
    () => {
      throw new Error('Bug: a moved block refers to nothing')
    },
  )
}
