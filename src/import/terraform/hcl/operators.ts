import { Untold } from '../plan-expressions'
import {
  asNumber,
  asTruth,
  Failed,
  isList,
  isObject,
  isThing,
  isUntold,
  same,
  type Value,
} from './value'

export const notANumber = new Failed('It is no number.')
export const notATruth = new Failed('It is neither true nor false.')

/** What an operator makes of two values; the second is asked for only where the first does not decide. */
export function binary(operator: string, left: Value, other: () => Value): Value {
  if (operator === '&&' || operator === '||') {
    const decisive = operator === '||'
    if (isUntold(left)) return left
    const truth = asTruth(left)
    if (truth === null) return notATruth
    if (truth === decisive) return decisive
    const right = other()
    if (isUntold(right)) return right
    return asTruth(right) ?? notATruth
  }
  const right = other()
  if (isUntold(left)) return left
  if (isUntold(right)) return right
  if (operator === '==') return equal(left, right)
  if (operator === '!=') {
    const isEqual = equal(left, right)
    return typeof isEqual === 'boolean' ? !isEqual : isEqual
  }
  const [a, b] = [asNumber(left), asNumber(right)]
  if (a === null || b === null) return notANumber
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? new Failed('It is divided by nothing.') : a / b
    case '%':
      return b === 0 ? new Failed('It is divided by nothing.') : a % b
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    default:
      return a >= b
  }
}

/** What holds something that is not known equals nothing for certain. */
function equal(left: Value, right: Value): Value {
  const holds = (value: Value): boolean =>
    isUntold(value) ||
    isThing(value) ||
    (isList(value) && value.some(holds)) ||
    (isObject(value) && [...value.values()].some(holds))
  return holds(left) || holds(right)
    ? left === null || right === null
      ? false
      : new Untold('It compares what is known only once it is applied.')
    : same(left, right)
}
