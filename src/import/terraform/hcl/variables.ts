import type { Remark } from '../../report'
import type { Budget } from './evaluate'
import { valueOf } from './instances'
import { entriesOf, type CodeFile, type ModuleCode } from './module-code'
import { Failed, type Value } from './value'

/** Terraform reads these by itself, in the order of their names; others only where it is told to. */
const isRead = ({ path }: CodeFile): boolean =>
  /(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(path)

/**
 * The values that the variables of a root module are given, by files of values beside it and by name.
 * @source https://developer.hashicorp.com/terraform/language/values/variables
 */
export function givenTo(
  { variables }: ModuleCode,
  files: readonly CodeFile[],
  parameters: Readonly<Record<string, string>>,
  budget: Budget,
): { readonly given: (name: string) => Value | undefined; readonly remarks: readonly Remark[] } {
  const values = new Map<string, Value>()
  const usual = files.filter(isRead)
  const others = files.filter(
    (file) => !isRead(file) && entriesOf(file.blocks).some(([name]) => variables.has(name)),
  )
  // one file of values alone is meant, whatever it is called
  const [only, ...more] = others
  const isChosen = only !== undefined && more.length === 0
  const read = [
    ...usual.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ...(isChosen ? [only] : []),
  ]
  for (const { blocks } of read)
    for (const [name, raw] of entriesOf(blocks))
      values.set(
        name,
        valueOf(raw, () => new Failed('Values name nothing else.'), budget),
      )
  for (const name of variables.keys())
    if (Object.hasOwn(parameters, name)) values.set(name, parameters[name] ?? null)
  const remarks = isChosen
    ? [said('assumed', only.path, 'Its values are taken, as it is the only file of values.')]
    : others.map(({ path }) =>
        said('skipped', path, 'Its values are not taken: there are several files of them.'),
      )
  return { given: (name) => values.get(name), remarks }
}

const said = (type: Remark['type'], what: string, text: string): Remark => ({ type, what, text })
