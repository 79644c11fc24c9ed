import type { Remark } from '../report'
import type { Sorted, TextFile } from '../sorted'
import { codeIn, type CodeShown } from './hcl/code'
import type { CodeFile } from './hcl/module-code'
import { planIn } from './plan'
import { isCodeOf, toldByCode } from './plan-with-code'
import { readStates, type StateReading } from './read'
import type { Shown } from './shown'

/** Reads a file of Terraform's language: its blocks by their labels, or why that is not possible. */
export type ParseCode = (
  path: string,
  text: string,
) => { readonly blocks: unknown } | { readonly problem: string }

/** Everything that Terraform tells, of states, plans and code; null where there is none. */
export function terraformIn(
  { states, plans, code, installed }: Sorted,
  parse: ParseCode | null,
  parameters: Readonly<Record<string, string>>,
): StateReading | null {
  if (states.length + plans.length + code.length === 0) return null
  const remarks: Remark[] = []
  const planned = plans.map(({ path, plan }) => planIn(plan, path, plans.length > 1 ? path : ''))
  const written = parse
    ? codeIn(parsed(code, parse, remarks), parameters, installed)
    : unparsed(code, remarks)
  const shown = planned.flatMap((it) => it.shown)
  // a plan holds everything that its code makes, and what modules make whose code is elsewhere
  const isOfIt = isCodeOf(written.shown, shown)
  const told = isOfIt ? toldByCode(shown, written.shown) : [...shown, ...written.shown]
  const reading = readStates([...told, ...states], isOfIt ? new Map() : written.undescribed)
  const said = [
    ...planned.flatMap((it) => it.remarks),
    ...(isOfIt ? [] : written.remarks),
    ...pairedIn(told),
  ]
  return { ...reading, remarks: [...remarks, ...said, ...reading.remarks] }
}

/** What was taken by its key, said once for all that are made of one resource. */
function pairedIn(shown: readonly Shown[]): readonly Remark[] {
  const remarks = new Map<string, Remark>()
  for (const { address, paired } of shown)
    for (const [attribute, of] of paired) {
      const block = address.replace(/\[[^[]*\]$/, '')
      const text = `A plan says only that its ${attribute} is made of ${of}: the one of the same key is taken.`
      const known = remarks.has(`${block} ${text}`)
      remarks.set(`${block} ${text}`, { type: 'assumed', what: known ? block : address, text })
    }
  return [...remarks.values()]
}

function parsed(
  files: readonly TextFile[],
  parse: ParseCode,
  remarks: Remark[],
): readonly CodeFile[] {
  return files.flatMap(({ path, text }): readonly CodeFile[] => {
    const read = parse(path, text)
    if ('blocks' in read) return [{ path, blocks: read.blocks }]
    remarks.push({ type: 'skipped', what: path, text: `It is not read: ${read.problem}` })
    return []
  })
}

function unparsed(files: readonly TextFile[], remarks: Remark[]): CodeShown {
  for (const { path } of files)
    remarks.push({
      type: 'skipped',
      what: path,
      text: 'The parser of the language of Terraform is not there: give a plan, by terraform show -json.',
    })
  return { shown: [], undescribed: new Map(), remarks: [] }
}
