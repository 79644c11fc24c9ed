import { variablesOf, type Block } from '../../iac/block'
import { printHcl, type HclBlock } from '../../iac/hcl'
import { variable, verbatim } from '../../iac/value'
import type { NamedInput } from '../collect'
import type { AccountLabel } from '../places'
import type { Addresses } from './names'
import { accountVariable, inputVariable, plainMap } from './setup'
import type { Passed, Wiring } from './wiring'

/** What is known of a module before it is printed. */
export interface Module {
  readonly name: string
  readonly blocks: readonly Block[]
  /** The provider configurations that its blocks use. */
  readonly aliases: readonly string[]
}

/**
 * A module with one account and Region knows nothing of the names that its caller has for them: it
 * uses the default provider. One with more names them as its caller does.
 */
export const isOnDefaultProvider = ({ name, aliases }: Pick<Module, 'name' | 'aliases'>) =>
  name !== '' && aliases.length === 1

/** What the files of a module are made from. */
export interface ModuleFacts {
  readonly wiring: Wiring
  readonly addresses: Addresses
  readonly inputs: readonly NamedInput[]
  readonly accounts: readonly AccountLabel[]
}

const noReferences = () => {
  throw new Error('Bug: a module is called with texts alone')
}

/** The calls of the modules, with all that each is handed. */
export function moduleCalls(modules: readonly Module[], wiring: Wiring): string {
  return printHcl(
    modules.map(({ name, blocks, aliases }): HclBlock => ({
      keyword: 'module',
      labels: [name],
      body: {
        source: `./modules/${name}`,
        providers: plainMap(
          aliases.map((alias) => [
            isOnDefaultProvider({ name, aliases }) ? 'aws' : `aws.${alias}`,
            `aws.${alias}`,
          ]),
        ),
        ...Object.fromEntries(
          [
            ...variablesIn(blocks).map((it) => [it, variable(it)] as const),
            ...wiring.handedTo(name).map((it) => [it.name, verbatim(it.spelt)] as const),
          ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ),
      },
    })),
    noReferences,
  )
}

/** The variables of a module: those of the project that it uses, and what others make for it. */
export function moduleVariables(
  { name, blocks }: Module,
  wiring: Wiring,
  { inputs, accounts, addresses }: Pick<ModuleFacts, 'inputs' | 'accounts' | 'addresses'>,
): string {
  const own = variablesIn(blocks).map((it): HclBlock => {
    const input = inputs.find((input) => input.name === it)
    if (input) return withoutDefault(inputVariable(input))
    const account = accounts.find((account) => accountVariable(account) === it)
    return declared(it, 'string', `Account ID of ${account?.name ?? ''}.`)
  })
  const handed = wiring
    .handedTo(name)
    .map((it) =>
      declared(it.name, typeOf(it), `${whatIs(it, addresses)}, made outside of this module.`),
    )
  return printHcl([...own, ...handed], noReferences)
}

/** What others need of a module. */
export function moduleOutputs({ name }: Module, wiring: Wiring, addresses: Addresses): string {
  return printHcl(
    wiring.handedOutBy(name).map((it) => ({
      keyword: 'output',
      labels: [it.name],
      body: { description: `${whatIs(it, addresses)}.`, value: it.reference },
    })),
    addresses.spellIfThere,
  )
}

/** @example whatIs(the block of a VPC) // 'cidr_block of aws_vpc.vpc_a' */
const whatIs = ({ reference }: Passed, { addressOf }: Addresses) =>
  `${reference.attribute} of ${addressOf(reference)}`

const declared = (name: string, type: string, description: string): HclBlock => ({
  keyword: 'variable',
  labels: [name],
  body: { description, type: verbatim(type) },
})

/** IDs, ARNs and address blocks are texts; what else is passed may be a list. */
function typeOf({ reference: { attribute } }: Passed): string {
  return /^(|.*_)(id|arn|cidr_block|private_ip|name)$/.test(attribute) ? 'string' : 'any'
}

/** The root decides; a module that has a default of its own could differ from it. */
function withoutDefault({ body, ...block }: HclBlock): HclBlock {
  const { default: _, ...rest } = body
  return { ...block, body: rest }
}

/** The variables that these blocks read, by name. */
const variablesIn = (blocks: readonly Block[]) =>
  [...new Set(blocks.flatMap(variablesOf))].toSorted()
