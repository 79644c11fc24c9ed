import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Language } from '../../kinds/emit'
import type { Document } from '../../model/document'
import { exportDesign } from '../export'

const run = promisify(execFile)

/** The tools that judge exports stand beside the repository where they stand at all. */
export const tools = resolve(import.meta.dirname, '../../../../shared/iac-check')

const onPath = (name: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** Are all tools there, and were they asked for, as `npm run tools` does? */
export const wantsTools =
  process.env['CAUSEWAY_TOOLS'] === 'all' &&
  existsSync(join(tools, 'bin/check-tf')) &&
  onPath('terraform')

/** What a tool said, and whether it passed. */
export interface Judgement {
  readonly passed: boolean
  readonly said: string
}

export async function judgement(tool: string, ...args: readonly string[]): Promise<Judgement> {
  try {
    const { stdout } = await run(join(tools, 'bin', tool), args, { maxBuffer: 2 ** 27 })
    return { passed: true, said: stdout }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return { passed: false, said: `${stdout}\n${stderr}` }
  }
}

/** Runs a tool; its whole output is the message when it finds fault. */
export async function judge(tool: string, ...args: readonly string[]): Promise<string> {
  const { passed, said } = await judgement(tool, ...args)
  if (!passed) throw new Error(`${tool} ${args.join(' ')}\n${said}`)
  return said
}

/** Writes an export into a folder of its own, which it returns. */
export function writeOut(document: Document, to: Language, project: string): string {
  for (const { path, text } of exportDesign(document, { to }).files) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  return project
}

/**
 * Takes out of templates what the emulator refuses even where its condition is not met: what runs in
 * the network, which is made only once somebody fills it in.
 */
function withoutWhatRuns(project: string): void {
  const stacks = join(project, 'stacks')
  for (const name of readdirSync(stacks)) {
    const text = readFileSync(join(stacks, name), 'utf8')
    writeFileSync(
      join(stacks, name),
      name.endsWith('.json') ? emulatedJson(text) : emulatedYaml(text),
    )
  }
}

function emulatedYaml(text: string): string {
  const kept = text.split('\n\n').flatMap((part) => {
    if (!/^ {4}Type: AWS::(ECS|Lambda|RDS|EKS)::/m.test(part)) return [part]
    return part.startsWith('Resources:') ? ['Resources:'] : []
  })
  return kept.join('\n\n')
}

function emulatedJson(text: string): string {
  const template = JSON.parse(text) as { Resources: Readonly<Record<string, { Type: string }>> }
  const kept = Object.entries(template.Resources).filter(
    ([, { Type }]) => !/^AWS::(ECS|Lambda|RDS|EKS)::/.test(Type),
  )
  return JSON.stringify({ ...template, Resources: Object.fromEntries(kept) })
}

// W3010 asks for zones by number; the templates name those that were drawn, and say so
const lint = ['--strict', '--ignore', 'W3010']

/** Judges an export without deploying it. */
export async function check(document: Document, to: Language, project: string): Promise<void> {
  writeOut(document, to, project)
  if (to === 'terraform') {
    await judge('check-tf', '--strict', '--require-terraform', project)
    return
  }
  await judge('check-cfn', join(project, 'stacks'), ...lint)
}

/** The plan of an export that was written out, as `terraform show -json` tells it. */
export async function planOf(project: string): Promise<string> {
  const keeping = { ...process.env, IAC_CHECK_KEEP: '1' }
  const checked = await run(
    join(tools, 'bin/check-tf'),
    ['--strict', '--require-terraform', project],
    { env: keeping, maxBuffer: 2 ** 27 },
  )
  const kept = /^ *kept (.+)$/m.exec(checked.stdout)?.[1] ?? ''
  const { stdout: setup } = await run(join(tools, 'bin/setup'))
  const settings = {
    cwd: join(kept, 'work'),
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      IAC_CHECK_DEPS: setup.trim(),
      TF_CLI_CONFIG_FILE: join(kept, 'terraformrc'),
      TF_DISABLE_PLUGIN_TLS: '1',
    },
  }
  const quietly = ['-input=false', '-no-color', '-lock=false', '-out=planned']
  await run('terraform', ['plan', ...quietly], settings)
  const { stdout } = await run('terraform', ['show', '-json', 'planned'], settings)
  rmSync(kept, { recursive: true, force: true })
  return stdout
}

/** Deploys an export that was written out, into a state beside it. */
export async function deploy(to: Language, project: string): Promise<Judgement> {
  const out = ['--out', stateOf(project)]
  if (to === 'terraform') return judgement('deploy-tf', ...out, project)
  withoutWhatRuns(project)
  return judgement('deploy-cfn', '--manifest', join(project, 'manifest.json'), ...out)
}

/** Where the state of a deployed project is dumped. */
export const stateOf = (project: string) => `${project}-state`

/** Everything that a dumped state says, answer by answer. */
export function answersOf(project: string): readonly unknown[] {
  const state = stateOf(project)
  return readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.endsWith('stack-outputs.json'))
    .map((path): unknown => JSON.parse(readFileSync(join(state, path), 'utf8')))
}
