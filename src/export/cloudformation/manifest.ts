import type { WrittenStack } from './export'
import type { Step } from './schedule'

/** The value of a parameter at one step: the output of another stack, by both names. */
export interface Given {
  readonly parameter: string
  readonly stack: string
  readonly output: string
}

/** The parameters that a step sets, in the order of the template. */
export function givenAt(step: Step, written: readonly WrittenStack[]): readonly Given[] {
  const first = step.stack.needs.filter((need) => step.given.includes(need.key))
  return first.flatMap((need) => {
    const from = written.find(({ stack }) => stack.key === need.from)
    const output = from?.template.outputOf.get(need.key)
    const isDeclared = written
      .find(({ stack }) => stack === step.stack)
      ?.template.text.includes(`\n  ${need.parameter}:\n`)
    return from && output && isDeclared
      ? [{ parameter: need.parameter, stack: from.stack.name, output }]
      : []
  })
}

/** The steps for a machine: stacks in the order of deployment, one that comes again is updated. */
export function manifestOf(steps: readonly Step[], written: readonly WrittenStack[]): string {
  const stacks = steps.map((step) => ({
    name: step.stack.name,
    template: written.find(({ stack }) => stack === step.stack)?.path,
    account: step.stack.place.ownerId,
    region: step.stack.place.region,
    parameters: Object.fromEntries(
      givenAt(step, written).map(({ parameter, stack, output }) => [
        parameter,
        { output: `${stack}.${output}` },
      ]),
    ),
  }))
  return `${JSON.stringify({ stacks }, null, 2)}\n`
}
