import { oneLine } from '../iac/text'
import type { Document } from '../model/document'
import type { ExportedFile, Gap } from './report'

/** A command of the AWS CLI within a sentence: its arguments are options, and a value for each. */
const command =
  /\baws [a-z0-9-]+ [a-z0-9-]+(?: --[a-z0-9-]+(?: (?!--)(?:<[^>]*>|[^\s<>;]*[^\s<>;,.])+)*)+/g

/** The whole commands in a sentence, and where each begins. */
export function commandsIn(remedy: string) {
  return [...oneLine(remedy).matchAll(command)].map(({ 0: text, index }) => ({ text, index }))
}

/**
 * The steps that the code leaves to people, as a script with the commands of the AWS CLI. All of it
 * is commented out: whoever runs it fills in what stands in angle brackets, and decides.
 */
export function manualSteps({ name }: Document, gaps: readonly Gap[]): readonly ExportedFile[] {
  const steps = gaps.flatMap(({ text, remedy }) => {
    const commands = commandsIn(remedy).map((it) => it.text)
    return /\baws [a-z0-9-]+ [a-z]/.test(remedy)
      ? [{ text: oneLine(text), remedy: oneLine(remedy), commands }]
      : []
  })
  if (steps.length === 0) return []
  const lines = [
    '#!/usr/bin/env bash',
    `# What the code of ${oneLine(name)} leaves to do with the AWS CLI once it is deployed, step by step.`,
    '# Fill in what stands in angle brackets and uncomment the commands that you want to run.',
    'set -euo pipefail',
    ...steps.flatMap(({ text, remedy, commands }, index) => [
      '',
      `# ${index + 1}. ${text}`,
      `# ${remedy}`,
      ...commands.map((it) => `# ${it}`),
    ]),
  ]
  return [{ path: 'manual-steps.sh', text: `${lines.join('\n')}\n`, language: 'shell' }]
}
