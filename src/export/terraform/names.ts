import { blockKey, type Block } from '../../iac/block'
import { distinct } from '../../iac/names'
import type { Reference } from '../../iac/value'
import { snake } from '../../iac/words'
import type { Collected } from '../collect'
import type { Renaming } from '../report'

/** The address of every block: `aws_subnet.vpc_a_private_a`. */
export interface Addresses {
  readonly nameOf: (block: Pick<Block, 'of' | 'part'>) => string
  /** The block as a whole, as `depends_on` wants it. */
  readonly addressOf: (block: Pick<Block, 'of' | 'part'>) => string
  readonly spell: (reference: Reference) => string
  readonly renamings: readonly Renaming[]
}

/** Names are unique within a type; of those that collide the lowest id keeps the name. */
export function addressesOf({ blocks }: Collected): Addresses {
  const names = new Map<string, string>()
  const types = new Map<string, string>()
  const conditional = new Set(blocks.filter(({ onlyIf }) => onlyIf).map(blockKey))
  const renamings: Renaming[] = []
  for (const block of blocks) {
    if (types.has(blockKey(block))) throw new Error(`Bug: two blocks for ${blockKey(block)}`)
    types.set(blockKey(block), block.type)
  }
  for (const type of new Set(types.values())) {
    const own = blocks.filter((block) => block.type === type)
    const unique = distinct(own.map((block) => ({ key: blockKey(block), name: wish(block) })))
    for (const block of own) {
      const name = unique.get(blockKey(block)) ?? ''
      names.set(blockKey(block), name)
      if (name !== wish(block)) renamings.push(numbered(block, name))
    }
  }
  const nameOf = (block: Pick<Block, 'of' | 'part'>) => {
    const name = names.get(blockKey(block))
    if (name === undefined) throw new Error(`Bug: nothing is written for ${blockKey(block)}`)
    return name
  }
  const addressOf = (block: Pick<Block, 'of' | 'part'>) =>
    `${types.get(blockKey(block))}.${nameOf(block)}`
  return {
    nameOf,
    addressOf,
    spell: (reference) => {
      const name = nameOf(reference)
      const index = conditional.has(blockKey(reference)) ? '[0]' : ''
      return `${types.get(blockKey(reference))}.${name}${index}.${reference.attribute}`
    },
    renamings,
  }
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
    why: 'Another resource has the same name',
  }
}
