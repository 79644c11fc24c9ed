import { placeKey, type Block } from '../../iac/block'
import { printHcl } from '../../iac/hcl'
import { distinct } from '../../iac/names'
import { byCodeUnit } from '../../iac/order'
import { variable, verbatim, type Variable } from '../../iac/value'
import { snake } from '../../iac/words'
import type { Design } from '../../kinds/contract'
import { vpcOf } from '../../kinds/emit'
import { emittingOf } from '../../kinds/emitting'
import type { Document } from '../../model/document'
import { collect, type Collected } from '../collect'
import { optionsOf } from '../options'
import { accountsOf, placesOf } from '../places'
import type { Export, ExportedFile, Gap } from '../report'
import { addressesOf, type Addresses } from './names'
import { projectTag } from './project-tag'
import { readme } from './readme'
import { accountVariable, gitignore, providers, variables, versions } from './setup'

/** The design as a Terraform project. */
export function terraformOf(document: Document, design: Design, refusals: readonly Gap[]): Export {
  const accounts = accountsOf(design)
  const places = placesOf(design)
  const variableOf = (ownerId: string) => {
    const account = accounts.find(({ id }) => id === ownerId)
    return account ? variable(accountVariable(account)) : ownerId
  }
  const collected = collect(design, 'terraform', variableOf, optionsOf(document))
  const addresses = addressesOf(collected)
  const aliases = new Map(places.map((place) => [placeKey(place), place.label]))

  const outputs = printOutputs(collected, addresses)
  const files = [
    hcl('versions.tf', versions),
    ...(places.length > 0 ? [hcl('providers.tf', providers(places))] : []),
    ...(places.length > 0
      ? [hcl('variables.tf', variables(accounts, collected.inputs, projectTag(document)))]
      : []),
    ...blocksByFile(collected.blocks, design).map(([path, blocks]) =>
      hcl(path, printBlocks(blocks, addresses, aliases, collected)),
    ),
    ...(outputs === '' ? [] : [hcl('outputs.tf', outputs)]),
    { path: '.gitignore', text: gitignore, language: 'text' as const },
  ]
  const report = {
    gaps: [...collected.gaps, ...refusals],
    renamings: [...collected.renamings, ...addresses.renamings],
  }
  const text = readme(document, { accounts, places, inputs: collected.inputs, files, ...report })
  return { files: [{ path: 'README.md', text, language: 'markdown' }, ...files], ...report }
}

const hcl = (path: string, text: string): ExportedFile => ({ path, text, language: 'hcl' })

/** One file per VPC for its network, one per concern for what lies across. */
function blocksByFile(
  blocks: readonly Block[],
  design: Design,
): readonly (readonly [string, readonly Block[]])[] {
  const vpcs = distinct(
    design.all('vpc').map(({ id, name }) => ({ key: id, name: snake([name]) || 'vpc' })),
  )
  const files = new Map<string, Block[]>()
  for (const block of blocks) {
    const resource = design.resources[block.of]
    if (!resource) throw new Error(`Bug: ${block.of} is not in the design`)
    const { concern } = emittingOf(resource.kind)
    const vpc = vpcOf(resource, design)
    const path = concern === 'network' && vpc ? `network_${vpcs.get(vpc.id)}.tf` : `${concern}.tf`
    const list = files.get(path)
    if (list) list.push(block)
    else files.set(path, [block])
  }
  return [...files].toSorted(([a], [b]) => byCodeUnit(a, b))
}

function printBlocks(
  blocks: readonly Block[],
  { nameOf, addressOf, spell }: Addresses,
  aliases: ReadonlyMap<string, string>,
  { inputs }: Collected,
): string {
  const countFor = ({ name }: Variable) =>
    inputs.find((input) => input.name === name)?.type === 'bool'
      ? `var.${name} ? 1 : 0`
      : `var.${name} == null ? 0 : 1`
  return printHcl(
    blocks.map((block) => {
      const waits = [...new Set(block.dependsOn.map(addressOf))]
      return {
        keyword: 'resource',
        labels: [block.type, nameOf(block)],
        comment: block.comment,
        body: {
          count: block.onlyIf && verbatim(countFor(block.onlyIf)),
          provider: verbatim(`aws.${aliases.get(placeKey(block.place))}`),
          ...block.body,
          depends_on: waits.length > 0 ? waits.map(verbatim) : undefined,
        },
      }
    }),
    spell,
  )
}

function printOutputs({ outputs }: Collected, { spell }: Addresses): string {
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
