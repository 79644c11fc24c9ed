import { describe, expect, it } from 'vitest'
import { problemIn, type StackParameter } from './parameter'

const parameter = (said: Partial<StackParameter>): StackParameter => ({
  key: 'net.yaml/P',
  stack: 'net',
  template: 'net.yaml',
  name: 'P',
  label: 'P',
  group: '',
  type: 'String',
  description: '',
  default: null,
  allowedValues: [],
  allowedPattern: null,
  constraint: '',
  minLength: null,
  maxLength: null,
  minValue: null,
  maxValue: null,
  noEcho: false,
  value: null,
  needed: false,
  ...said,
})

const subnets = 'List<AWS::EC2::Subnet::Id>'
const block = '(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}'

describe('a value for a parameter is', () => {
  it.each<[string, Partial<StackParameter>, string]>([
    ['any text', {}, 'x y'],
    ['nothing, where nothing hangs on it', {}, ''],
    ['empty, in place of a default', { default: 'x' }, ''],
    ['a number', { type: 'Number', minValue: 1, maxValue: 4 }, '4'],
    ['a negative number with a fraction', { type: 'Number' }, '-1.5'],
    ['numbers', { type: 'List<Number>' }, '1, 2,3'],
    ['one of those that are allowed', { allowedValues: ['dev', 'prod'] }, 'prod'],
    [
      'several of those that are allowed',
      { type: 'CommaDelimitedList', allowedValues: ['a', 'b'] },
      'b, a',
    ],
    ['as long as is allowed', { minLength: 2, maxLength: 3 }, 'abc'],
    ['as the pattern says', { allowedPattern: block }, '10.0.0.0/16'],
    [
      'a list, each as the pattern says',
      { type: 'CommaDelimitedList', allowedPattern: block },
      '10.0.0.0/16, 10.1.0.0/16',
    ],
    ['IDs of subnets', { type: subnets }, 'subnet-1,subnet-2'],
    ['whatever, where only Java knows the pattern', { allowedPattern: '(?i:[a' }, 'x'],
  ])('%s', (_, said, text) => {
    expect(problemIn(parameter(said), text)).toBeNull()
  })
})

describe('a value for a parameter is not', () => {
  it.each<[string, Partial<StackParameter>, string, string]>([
    ['nothing, where it is needed', { needed: true }, '', 'It needs a value.'],
    ['a word for a number', { type: 'Number' }, 'many', 'Write a number.'],
    ['empty for a number', { type: 'Number', default: '1' }, '', 'Write a number.'],
    ['too small', { type: 'Number', minValue: 1 }, '0', 'It has to be at least 1.'],
    ['too great', { type: 'Number', maxValue: 4 }, '5', 'It may be at most 4.'],
    [
      'another one than those that are allowed',
      { allowedValues: ['dev', 'prod'] },
      'Prod',
      'It has to be dev or prod.',
    ],
    ['too short', { minLength: 2 }, 'a', 'It has to have at least 2 characters.'],
    ['too long', { maxLength: 2 }, 'abc', 'It may have at most 2 characters.'],
    ['what the pattern matches in part', { allowedPattern: 'a|b' }, 'ab', 'It does not match a|b.'],
    [
      'what the template has a word for',
      { allowedPattern: block, constraint: 'Write a CIDR block.' },
      '10.0.0.0',
      'Write a CIDR block.',
    ],
    [
      'the ID of something else',
      { type: 'AWS::EC2::VPC::Id' },
      'subnet-1',
      'Write an ID that begins with vpc-.',
    ],
  ])('%s', (_, said, text, problem) => {
    expect(problemIn(parameter(said), text)).toBe(problem)
  })
})
