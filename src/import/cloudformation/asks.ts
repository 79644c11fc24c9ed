import type { Ask } from '../report'
import type { Deployment } from './deployment'
import { textAt } from './node'
import type { Asked } from './value'

/** Each parameter that something of the network hangs on once, and places that nothing tells. */
export function asksFor(asked: readonly Asked[], deployment: Deployment): readonly Ask[] {
  const asks = new Map<string, Ask>()
  for (const { stack: address, parameter } of asked) {
    const stack = deployment.stacks.find((it) => it.address === address)
    const declared = stack?.template.parameters.get(parameter)
    if (!stack || declared === undefined) continue
    asks.set(`${address}/${parameter}`, {
      template: stack.template.path,
      stack: address,
      parameter,
      type: textAt(declared, 'Type') ?? 'String',
      description: textAt(declared, 'Description') ?? '',
      // one whose default says anything has a value
      default: null,
    })
  }
  for (const { stack, lacks } of deployment.homeless)
    asks.set(`${stack.address}/${lacks}`, {
      template: stack.template.path,
      stack: stack.address,
      parameter: lacks,
      type: 'String',
      description:
        lacks === 'AWS::Region'
          ? 'The Region that it is deployed in.'
          : 'The account that it is deployed in: 12 digits.',
      default: lacks === 'AWS::Region' ? stack.place.region : stack.place.ownerId,
    })
  return [...asks.values()]
}
