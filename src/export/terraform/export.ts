import { blockKey, type Block } from '../../iac/block'
import { byCodeUnit } from '../../iac/order'
import { variable } from '../../iac/value'
import type { Design } from '../../kinds/contract'
import type { Document } from '../../model/document'
import type { ExportSettings } from '../../model/export-settings'
import { collect } from '../collect'
import { manualSteps } from '../manual-steps'
import { optionsOf } from '../options'
import { accountsOf, placesOf } from '../places'
import type { CodePlace, Export, ExportedFile, Gap } from '../report'
import { homes } from './homes'
import { importsOf } from './imports'
import {
  isOnDefaultProvider,
  moduleCalls,
  moduleOutputs,
  moduleVariables,
  type Module,
  type ModuleFacts,
} from './modules'
import { movedBlocks } from './moved'
import { addressesOf } from './names'
import { printBlocks, printOutputs, type Writing } from './print'
import { projectTag } from './project-tag'
import { readme } from './readme'
import { accountVariable, gitignore, providers, providersOf, variables, versions } from './setup'
import { wiringOf } from './wiring'

/** The design as a Terraform project. */
export function terraformOf(document: Document, design: Design, refusals: readonly Gap[]): Export {
  const options = optionsOf(document)
  const accounts = accountsOf(design)
  const places = placesOf(design)
  const variableOf = (ownerId: string) => {
    const account = accounts.find(({ id }) => id === ownerId)
    return account ? variable(accountVariable(account)) : ownerId
  }
  const collected = collect(design, 'terraform', variableOf, options)
  const { blocks, inputs, outputs } = collected
  const before = document.exporting?.addresses ?? {}
  const addresses = addressesOf(collected, before)
  const configured = providersOf(places, options)
  const homeOf = homes(design, options)
  const taken = [...inputs.map(({ name }) => name), ...accounts.map(accountVariable)]
  const wiring = wiringOf({ blocks, outputs, homeOf, addresses, taken })

  const addressOf = (block: Block) => {
    const { module } = homeOf(block)
    return `${module === '' ? '' : `module.${module}.`}${addresses.addressOf(block)}`
  }
  const now = recordOf(blocks, addressOf)
  const imports = importsOf({ blocks, design, addressOf })
  const modules = [...new Set(blocks.map((block) => homeOf(block).module))]
    .toSorted(byCodeUnit)
    .map((name): Module => {
      const own = blocks.filter((block) => homeOf(block).module === name)
      const aliases = new Set(own.map(({ place }) => configured.of(place).alias))
      return { name, blocks: own, aliases: [...aliases].toSorted(byCodeUnit) }
    })
  const written = modules.map((module) => ({
    module,
    files: resourceFiles(module, homeOf, {
      addresses,
      providers: configured,
      spellProvider: (alias) => (isOnDefaultProvider(module) ? undefined : `aws.${alias}`),
      inputs,
      spell: wiring.spellIn(module.name),
      wait: wiring.waitIn(module.name),
    }),
  }))
  const ofModules = written.flatMap(({ module, files }) =>
    module.name === ''
      ? []
      : [...files, ...moduleFiles(module, { wiring, addresses, inputs, accounts })],
  )
  const files: ExportedFile[] = [
    hcl('versions.tf', versions()),
    hcl('providers.tf', providers(configured.all)),
    hcl('variables.tf', places.length > 0 ? variables(accounts, inputs, projectTag(document)) : ''),
    hcl(
      'modules.tf',
      moduleCalls(
        modules.filter(({ name }) => name !== ''),
        wiring,
      ),
    ),
    ...written.flatMap(({ module, files }) => (module.name === '' ? files : [])),
    hcl('outputs.tf', printOutputs(outputs, wiring.spellIn(''))),
    hcl('moved.tf', movedBlocks(before, now)),
    hcl('imports.tf', imports.text),
    ...ofModules.toSorted((a, b) => byCodeUnit(a.path, b.path)),
    { path: '.gitignore', text: gitignore, language: 'text' as const },
  ].filter(({ text }) => text !== '')
  const report = {
    gaps: [...collected.gaps, ...refusals, ...imports.gaps, ...projectGaps(document)],
    renamings: [...collected.renamings, ...addresses.renamings],
  }
  files.push(...manualSteps(document, report.gaps))
  const text = readme(document, {
    accounts,
    places,
    inputs,
    files,
    providerOf: configured.of,
    ...report,
  })
  return {
    files: [{ path: 'README.md', text, language: 'markdown' }, ...files],
    addresses: now,
    places: codePlaces(files, new Map(blocks.map((it) => [addressOf(it), it.of]))),
    ...report,
  }
}

/** The name of the design is a default tag, in which not every service takes every character. */
function projectGaps(document: Document): readonly Gap[] {
  const project = projectTag(document)
  if (project === document.name) return []
  return [
    {
      resourceId: null,
      text: `The default tag Project says "${project}" rather than the name of the design: some services take letters, digits, spaces and _.:/=+-@ alone, and default tags reach them all.`,
      remedy: 'Set default_tags if it should say something else.',
    },
  ]
}

const hcl = (path: string, text: string): ExportedFile => ({ path, text, language: 'hcl' })

const folderOf = (module: string) => (module === '' ? '' : `modules/${module}/`)

/** The files with the resources of one module. */
function resourceFiles(
  { name, blocks }: Module,
  homeOf: ReturnType<typeof homes>,
  writing: Writing,
): readonly ExportedFile[] {
  const files = new Map<string, Block[]>()
  for (const block of blocks) {
    const { file } = homeOf(block)
    const list = files.get(file)
    if (list) list.push(block)
    else files.set(file, [block])
  }
  return [...files]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([file, list]) => hcl(`${folderOf(name)}${file}`, printBlocks(list, writing)))
}

/** What makes a folder a module. */
function moduleFiles(
  module: Module,
  { wiring, ...declared }: ModuleFacts,
): readonly ExportedFile[] {
  const file = (name: string, text: string) => hcl(`${folderOf(module.name)}${name}`, text)
  return [
    file('versions.tf', versions(isOnDefaultProvider(module) ? [] : module.aliases)),
    file('variables.tf', moduleVariables(module, wiring, declared)),
    file('outputs.tf', moduleOutputs(module, wiring, declared.addresses)),
  ].filter(({ text }) => text !== '')
}

/** Where each resource begins, found by its head. */
function codePlaces(
  files: readonly ExportedFile[],
  owners: ReadonlyMap<string, string>,
): readonly CodePlace[] {
  return files.flatMap(({ path, text }) => {
    const folder = /^modules\/(\w+)\//.exec(path)?.[1]
    const prefix = folder === undefined ? '' : `module.${folder}.`
    return text.split('\n').flatMap((line, index): CodePlace[] => {
      const [, type, name] = /^resource "(\w+)" "(\w+)" \{/.exec(line) ?? []
      const owner = owners.get(`${prefix}${type}.${name}`)
      return owner === undefined
        ? []
        : [{ resourceId: owner as CodePlace['resourceId'], path, line: index + 1 }]
    })
  })
}

/** Under which address each block stands, for the next export. */
function recordOf(
  blocks: readonly Block[],
  addressOf: (block: Block) => string,
): ExportSettings['addresses'] {
  const record: Record<string, Record<string, string>> = {}
  const known = new Set<string>()
  for (const block of blocks) {
    if (known.has(blockKey(block))) continue
    known.add(blockKey(block))
    record[block.of] = { ...record[block.of], [block.part]: addressOf(block) }
  }
  return record
}
