import type { Block, Output } from '../../iac/block'
import { printHcl, type HclBlock } from '../../iac/hcl'
import { distinct } from '../../iac/names'
import { verbatim, type Reference, type Variable } from '../../iac/value'
import { snake } from '../../iac/words'
import type { NamedInput } from '../collect'
import type { Addresses, BlockId } from './names'
import { regionArgument, type providersOf } from './setup'

/** How the blocks of one module are written. */
export interface Writing {
  readonly addresses: Addresses
  readonly providers: ReturnType<typeof providersOf>
  /** How the blocks name a provider configuration; undefined for the one that needs no name. */
  readonly spellProvider: (alias: string) => string | undefined
  readonly inputs: readonly NamedInput[]
  readonly spell: (reference: Reference) => string
  readonly wait: (block: BlockId) => string
}

/** The resources of a file. */
export function printBlocks(blocks: readonly Block[], writing: Writing): string {
  return printHcl(
    blocks.map((block) => resource(block, writing)),
    writing.spell,
  )
}

function resource(
  block: Block,
  { addresses, providers, spellProvider, inputs, wait }: Writing,
): HclBlock {
  const waits = [...new Set(block.dependsOn.map(wait))]
  const provider = providers.of(block.place)
  const named = spellProvider(provider.alias)
  return {
    keyword: 'resource',
    labels: [block.type, addresses.nameOf(block)],
    comment: block.comment,
    body: {
      count: block.onlyIf && verbatim(countFor(block.onlyIf, block.alsoIf ?? [], inputs)),
      provider: named === undefined ? undefined : verbatim(named),
      region: regionArgument(block.type, block.place, provider),
      ...block.body,
      depends_on: waits.length > 0 ? waits.map(verbatim) : undefined,
    },
  }
}

function countFor(
  { name }: Variable,
  also: readonly Variable[],
  inputs: readonly NamedInput[],
): string {
  if (inputs.find((input) => input.name === name)?.type === 'bool') return `var.${name} ? 1 : 0`
  const missing = [name, ...also.map((it) => it.name)].map((it) => `var.${it} == null`)
  return `${missing.join(' || ')} ? 0 : 1`
}

/** What the project tells once it is applied. */
export function printOutputs(
  outputs: readonly Output[],
  spell: (reference: Reference) => string,
): string {
  const key = (index: number) => `${outputs[index]?.of} ${String(index).padStart(6, '0')}`
  const names = distinct(
    outputs.map(({ words }, index) => ({ key: key(index), name: snake(words) || 'output' })),
  )
  return printHcl(
    outputs.map(({ description, value }, index) => ({
      keyword: 'output',
      labels: [names.get(key(index))?.replace(/^(?=\d)/, '_') ?? ''],
      body: { description, value },
    })),
    spell,
  )
}
