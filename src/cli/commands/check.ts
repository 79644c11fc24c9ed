import { findingsOf } from '../../engine/findings/findings'
import { resolve } from '../../engine/network'
import type { Finding } from '../../engine/answer'
import { onlyOne, readArguments, type CliCommand } from '../command'
import { readDesign } from '../files'
import { asJson } from '../output'
import { sarifOf } from '../sarif'

const options = { json: { type: 'boolean' }, sarif: { type: 'boolean' } } as const

/** What is wrong with a design. */
export const checkCommand: CliCommand = {
  usage: 'check <design> [--json | --sarif]',
  about: 'Lists the findings; fails when one of them is an error.',
  run: (args) => {
    const { values, positionals } = readArguments(args, options)
    const path = onlyOne(positionals, 'the design')
    const network = resolve(readDesign(path))
    const findings = findingsOf(network)
    const list = findings.map((finding) => ({
      ...plain(finding),
      resources: finding.resources.map((id) => network.component(id)?.awsId ?? id),
    }))
    const code = findings.some(({ severity }) => severity === 'error') ? 1 : 0
    if (values.sarif) return { code, out: asJson(sarifOf(list, path)) }
    if (values.json) return { code, out: asJson(list) }
    const lines = list.map(
      ({ id, severity, message }) => `${severity.padEnd(7)} ${id}  ${message}\n`,
    )
    return { code, out: lines.join('') || 'No findings.\n' }
  },
}

const plain = ({ id, name, severity, message, evidence }: Finding) => ({
  id,
  name,
  severity,
  message,
  evidence,
})
