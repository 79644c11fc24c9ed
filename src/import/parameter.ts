/** A parameter that a template is deployed with, and all that it says of it. */
export interface StackParameter {
  /** What a value is given under: it stays the same however often the files are read. */
  readonly key: string
  readonly stack: string
  /** The path of the template. */
  readonly template: string
  readonly name: string
  /** What the template calls it where it is asked for; else its name. */
  readonly label: string
  /** The heading that the template asks for it under; empty where it has none. */
  readonly group: string
  readonly type: string
  readonly description: string
  /** What stands for it until a value is given; null where nothing does. */
  readonly default: string | null
  readonly allowedValues: readonly string[]
  /** A regular expression that the whole value, or each of a list, has to match. */
  readonly allowedPattern: string | null
  /** What the template says where a value is not allowed. */
  readonly constraint: string
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  /** Nobody may read it over a shoulder. */
  readonly noEcho: boolean
  /** What was given for it; null where nothing was. */
  readonly value: string | null
  /** Something of the network hangs on it, and nothing stands for it. */
  readonly needed: boolean
}

/** Is a value of this type several ones, with commas between them? */
export const isListType = (type: string): boolean => /\bList\b|^CommaDelimitedList$/.test(type)

/** Is what is given, and its default, the name of what holds the value in the Parameter Store? */
export const isStored = (type: string): boolean => type.startsWith('AWS::SSM::Parameter::Value<')

/** How AWS begins the IDs that a parameter of this type takes. */
const prefixes: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance::Id': 'i-',
  'AWS::EC2::SecurityGroup::Id': 'sg-',
  'AWS::EC2::Subnet::Id': 'subnet-',
  'AWS::EC2::VPC::Id': 'vpc-',
}

const list = new Intl.ListFormat('en', { type: 'disjunction' })

/**
 * Why CloudFormation would refuse this value; null where it would not. Patterns are those of the
 * template: whoever wrote it decides how long they take, so ask only where that may be stopped.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function problemIn(parameter: StackParameter, text: string): string | null {
  if (text === '' && parameter.default === null)
    return parameter.needed ? 'It needs a value.' : null
  const { type, allowedValues, constraint } = parameter
  const items = isListType(type) ? text.split(',').map((each) => each.trim()) : [text]
  if (/\bNumber\b/.test(type) && !items.every((each) => /^-?\d+(?:\.\d+)?$/.test(each)))
    return isListType(type) ? 'Write numbers with commas between them.' : 'Write a number.'
  const [, prefix] = Object.entries(prefixes).find(([named]) => type.includes(named)) ?? []
  if (prefix && !items.every((each) => each.startsWith(prefix)))
    return isListType(type)
      ? `Write IDs that begin with ${prefix}, with commas between them.`
      : `Write an ID that begins with ${prefix}.`
  const refused = outside(parameter, text, items)
  if (refused === null) return null
  // what the template says of its own rule is most often a whole sentence
  return constraint === '' || allowedValues.length > 0 ? refused : constraint
}

/** What of the limits that the template sets is not kept. */
function outside(parameter: StackParameter, text: string, items: readonly string[]): string | null {
  const { type, allowedValues, allowedPattern, minLength, maxLength, minValue, maxValue } =
    parameter
  if (allowedValues.length > 0 && !items.every((each) => allowedValues.includes(each)))
    return `It has to be ${list.format(allowedValues)}.`
  if (type === 'String' && minLength !== null && text.length < minLength)
    return `It has to have at least ${minLength} characters.`
  if (type === 'String' && maxLength !== null && text.length > maxLength)
    return `It may have at most ${maxLength} characters.`
  if (type === 'Number' && minValue !== null && Number(text) < minValue)
    return `It has to be at least ${minValue}.`
  if (type === 'Number' && maxValue !== null && Number(text) > maxValue)
    return `It may be at most ${maxValue}.`
  const pattern = allowedPattern === null ? null : wholly(allowedPattern)
  return pattern && !items.every((each) => pattern.test(each))
    ? `It does not match ${allowedPattern}.`
    : null
}

/** The pattern for a whole text; null for what only Java understands. */
function wholly(pattern: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`)
  } catch {
    return null
  }
}
