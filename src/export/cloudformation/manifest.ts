import type { Step } from './schedule'
import type { WrittenStack } from './template'

/** The value of a parameter at one step: the output of another stack, by both names. */
export interface Given {
  readonly parameter: string
  readonly stack: string
  readonly output: string
}

/** The parameters that a step sets, in the order of the template. */
export function givenAt(step: Step, written: readonly WrittenStack[]): readonly Given[] {
  const own = written.find(({ stack }) => stack === step.stack)
  return step.stack.needs.flatMap(({ key, from, parameter }) => {
    const source = written.find(({ stack }) => stack.key === from)
    const output = source?.template.outputOf.get(key)
    const isSet = step.given.includes(key) && own?.template.parameters.includes(parameter)
    return source && output && isSet ? [{ parameter, stack: source.stack.stackName, output }] : []
  })
}

const hasRoles = (step: Step, written: readonly WrittenStack[]) =>
  written.some((it) => it.stack === step.stack && it.hasRoles)

/** The steps for a machine: stacks in the order of deployment, one that comes again is updated. */
export function manifestOf(steps: readonly Step[], written: readonly WrittenStack[]): string {
  const stacks = steps.map((step) => ({
    name: step.stack.stackName,
    template: written.find(({ stack }) => stack === step.stack)?.path,
    account: step.stack.place.ownerId,
    region: step.stack.place.region,
    ...(hasRoles(step, written) ? { capabilities: ['CAPABILITY_IAM'] } : {}),
    parameters: Object.fromEntries(
      givenAt(step, written).map(({ parameter, stack, output }) => [
        parameter,
        { output: `${stack}.${output}` },
      ]),
    ),
  }))
  return `${JSON.stringify({ stacks }, null, 2)}\n`
}
