import { blockKey, type Block } from '../../iac/block'
import { distinct } from '../../iac/names'
import type { Reference } from '../../iac/value'
import { snake } from '../../iac/words'
import type { ExportSettings } from '../../model/export-settings'
import type { Collected } from '../collect'
import type { Renaming } from '../report'

/** Finds a block, as a reference does. */
export type BlockId = Pick<Block, 'of' | 'part'>

/** The address of every block within its module: `aws_subnet.vpc_a_private_a`. */
export interface Addresses {
  readonly nameOf: (block: BlockId) => string
  /** The block as a whole, as `depends_on` wants it. */
  readonly addressOf: (block: BlockId) => string
  readonly spell: (reference: Reference) => string
  /** The same where the block may not be there: null then. */
  readonly spellIfThere: (reference: Reference) => string
  readonly renamings: readonly Renaming[]
}

type Recorded = ExportSettings['addresses']

/**
 * Names are unique within a type. A block keeps the name that it had in the last export as long as
 * it still fits, and never gets one that another had: a `moved` block could not tell them apart.
 * Of new ones that collide the lowest id comes first.
 */
export function addressesOf({ blocks }: Collected, recorded: Recorded): Addresses {
  const names = new Map<string, string>()
  const types = new Map<string, string>()
  const conditional = new Set(blocks.filter(({ onlyIf }) => onlyIf).map(blockKey))
  const renamings: Renaming[] = []
  for (const block of blocks) {
    if (types.has(blockKey(block))) throw new Error(`Bug: two blocks for ${blockKey(block)}`)
    types.set(blockKey(block), block.type)
  }
  const before = namesBefore(recorded)
  for (const type of new Set(types.values())) {
    const own = blocks.filter((block) => block.type === type)
    const held = before.get(type) ?? new Map<string, string>()
    const unique = distinct([
      ...[...held].map(([key, name]) => ({ key: heldKey(key), name })),
      ...own
        .filter((block) => !fits(held.get(blockKey(block)), wish(block)))
        .map((block) => ({ key: blockKey(block), name: wish(block) })),
    ])
    for (const block of own) {
      const key = blockKey(block)
      const name = unique.get(key) ?? unique.get(heldKey(key)) ?? ''
      names.set(key, name)
      if (name !== wish(block)) renamings.push(numbered(block, name))
    }
  }
  const nameOf = (block: BlockId) => {
    const name = names.get(blockKey(block))
    if (name === undefined) throw new Error(`Bug: nothing is written for ${blockKey(block)}`)
    return name
  }
  const addressOf = (block: BlockId) => `${types.get(blockKey(block))}.${nameOf(block)}`
  const isConditional = (block: BlockId) => conditional.has(blockKey(block))
  return {
    nameOf,
    addressOf,
    spell: (reference) =>
      `${addressOf(reference)}${isConditional(reference) ? '[0]' : ''}.${reference.attribute}`,
    spellIfThere: (reference) =>
      isConditional(reference)
        ? `one(${addressOf(reference)}[*].${reference.attribute})`
        : `${addressOf(reference)}.${reference.attribute}`,
    renamings,
  }
}

/** Sorts before every block, so that it gets the very name. */
const heldKey = (key: string) => `\0${key}`

/** Is the name of before the one that is wished for, or that with a number? */
const fits = (before: string | undefined, wished: string) =>
  before !== undefined && (before === wished || before.replace(/_\d+$/, '') === wished)

/** The names of the last export by type and by the key of the block. */
function namesBefore(recorded: Recorded): ReadonlyMap<string, Map<string, string>> {
  const names = new Map<string, Map<string, string>>()
  for (const [of, parts] of Object.entries(recorded))
    for (const [part, address] of Object.entries(parts)) {
      const [type = '', name = ''] = address.replace(/^module\.\w+\./, '').split('.')
      const own = names.get(type) ?? new Map<string, string>()
      names.set(type, own)
      own.set(blockKey({ of, part }), name)
    }
  return names
}

/** Terraform's names start with a letter. */
function wish({ type, words }: Block): string {
  const name = snake(words)
  if (name === '') return type.replace(/^aws_/, '')
  return /^[a-z]/.test(name) ? name : `_${name}`
}

function numbered(block: Block, name: string): Renaming {
  return {
    resourceId: block.of as Renaming['resourceId'],
    what: 'Terraform name',
    from: `${block.type}.${wish(block)}`,
    to: `${block.type}.${name}`,
    why: 'Another resource has the same name, or had it in the last export',
  }
}
