import { blockKey, type Block, type Output } from '../../iac/block'
import { distinct } from '../../iac/names'
import { ref, referencesIn, type Reference } from '../../iac/value'
import { snake } from '../../iac/words'
import type { Home } from './homes'
import type { Addresses, BlockId } from './names'

/** A value that one module makes and another reads. */
export interface Passed {
  readonly name: string
  readonly reference: Reference
}

/** How blocks of different modules find each other: outputs on one side, variables on the other. */
export interface Wiring {
  /** How a reference is written in a module. */
  readonly spellIn: (module: string) => (reference: Reference) => string
  /** How a block of a module waits for another. */
  readonly waitIn: (module: string) => (block: BlockId) => string
  /** What a module hands out. */
  readonly handedOutBy: (module: string) => readonly Passed[]
  /** What a module is handed, and how the root spells it. */
  readonly handedTo: (module: string) => readonly (Passed & { readonly spelt: string })[]
}

interface Facts {
  readonly blocks: readonly Block[]
  readonly outputs: readonly Output[]
  readonly homeOf: (block: BlockId) => Home
  readonly addresses: Addresses
  /** Names of variables that mean something else. */
  readonly taken: readonly string[]
}

export function wiringOf({ blocks, outputs, homeOf, addresses, taken }: Facts): Wiring {
  const moduleOf = (block: BlockId) => homeOf(block).module
  const crossing = new Map<string, { reference: Reference; readers: Set<string> }>()
  const reads = (reference: Reference, reader: string) => {
    if (moduleOf(reference) === reader) return
    const known = crossing.get(keyOf(reference)) ?? { reference, readers: new Set() }
    crossing.set(keyOf(reference), known)
    known.readers.add(reader)
  }
  for (const block of blocks) {
    const reader = moduleOf(block)
    for (const value of Object.values(block.body))
      if (value !== undefined) for (const it of referencesIn(value)) reads(it, reader)
    for (const { of, part } of block.dependsOn) reads(ref(of, 'id', part), reader)
  }
  for (const { value } of outputs) for (const it of referencesIn(value)) reads(it, '')

  const names = distinct([
    ...taken.map((name) => ({ key: `\0${name}`, name })),
    ...[...crossing].map(([key, { reference }]) => ({
      key,
      name: passedName(addresses.addressOf(reference), reference.attribute),
    })),
  ])
  const nameOf = (reference: Reference) => {
    const name = names.get(keyOf(reference))
    if (name === undefined) throw new Error(`Bug: ${keyOf(reference)} is not passed on`)
    return name
  }
  const across = (reference: Reference, module: string) =>
    module === ''
      ? `module.${moduleOf(reference)}.${nameOf(reference)}`
      : `var.${nameOf(reference)}`
  const passed = (when: (it: { reference: Reference; readers: Set<string> }) => boolean) =>
    [...crossing.values()]
      .filter(when)
      .map(({ reference }): Passed => ({ name: nameOf(reference), reference }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return {
    spellIn: (module) => (reference) =>
      moduleOf(reference) === module ? addresses.spell(reference) : across(reference, module),
    waitIn: (module) => (block) =>
      moduleOf(block) === module
        ? addresses.addressOf(block)
        : across(ref(block.of, 'id', block.part), module),
    handedOutBy: (module) => passed(({ reference }) => moduleOf(reference) === module),
    handedTo: (module) =>
      passed(({ readers }) => readers.has(module)).map((it) => ({
        ...it,
        spelt:
          moduleOf(it.reference) === ''
            ? addresses.spellIfThere(it.reference)
            : `module.${moduleOf(it.reference)}.${it.name}`,
      })),
  }
}

const keyOf = (reference: Reference) => `${blockKey(reference)} ${reference.attribute}`

/** @example passedName('aws_vpc.a', 'cidr_block') // 'vpc_a_cidr_block' */
function passedName(address: string, attribute: string): string {
  return `${address.replace(/^aws_/, '').replace('.', '_')}_${snake([attribute])}`
}
