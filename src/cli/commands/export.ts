import { join } from 'node:path'
import { exportDesign } from '../../export/export'
import { optionsOf } from '../../export/options'
import type { Language } from '../../kinds/emit'
import type { Document } from '../../model/document'
import { onlyOne, readArguments, type CliCommand } from '../command'
import { readDesign } from '../files'
import { writeFolder } from '../folder'
import { UsageError } from '../output'

const options = {
  to: { type: 'string' },
  out: { type: 'string', short: 'o' },
  strict: { type: 'boolean' },
  force: { type: 'boolean' },
  modules: { type: 'boolean' },
  'region-argument': { type: 'boolean' },
  json: { type: 'boolean' },
  'without-workloads': { type: 'boolean' },
} as const

/** A design as code, as the page writes it. */
export const exportCommand: CliCommand = {
  usage: `export <design> --to terraform|cloudformation -o <folder> [--strict] [--force]
    --modules            Terraform: a module for each VPC
    --region-argument    Terraform: the region argument of resources, not a provider for each Region
    --json               CloudFormation: templates in JSON
    --without-workloads  leave out what runs in the network
    --force              write over files that are not of an earlier export, or were changed since`,
  about:
    'Writes the design as code. With --strict nothing is written where something cannot be expressed.',
  run: (args) => {
    const { values, positionals } = readArguments(args, options)
    const document = readDesign(onlyOne(positionals, 'the design'))
    const { to, out: folder } = values
    if (to !== 'terraform' && to !== 'cloudformation')
      throw new UsageError('Say --to terraform or --to cloudformation.')
    if (folder === undefined) throw new UsageError('Say where to: -o <folder>.')
    const { files, gaps } = exportDesign(withOptions(document, to, values), { to })
    const lacks = gaps.map(({ text, remedy }) => `${text} ${remedy}`.trim())
    if (values.strict && lacks.length > 0)
      return { code: 2, messages: ['Nothing is written, because of:', ...lacks] }
    writeFolder(folder, files, values.force ?? false)
    return {
      code: 0,
      out: files.map(({ path }) => `${join(folder, path)}\n`).join(''),
      messages: lacks,
    }
  },
}

/** The options of the design, changed where the words say so. */
function withOptions(
  document: Document,
  to: Language,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Document {
  const language = to === 'terraform' ? ['modules', 'region-argument'] : ['json']
  for (const word of ['modules', 'region-argument', 'json'])
    if (values[word] && !language.includes(word))
      throw new UsageError(`--${word} says nothing for ${to}.`)
  return {
    ...document,
    exporting: {
      addresses: {},
      ...document.exporting,
      options: {
        ...optionsOf(document),
        ...(values['modules'] && { terraformLayout: 'modules' as const }),
        ...(values['region-argument'] && { terraformRegions: 'argument' as const }),
        ...(values['json'] && { cloudformationFormat: 'json' as const }),
        ...(values['without-workloads'] && { workloads: false }),
      },
    },
  }
}
