import { describe, expect, it } from 'vitest'
import { deploymentOf } from './deployment'
import { at } from './node'
import { templateInText } from './template'
import { isUnknown } from './value'

/** What the outputs of a template come to, by name; of those that are unknown, why. */
function outputsOf(text: string, parameters: Readonly<Record<string, string>> = {}) {
  const template = templateInText('stacks/net.yaml', text)
  if (!template) throw new Error('It is no template.')
  const { stacks, evaluate } = deploymentOf([template], [], parameters)
  const [stack] = stacks
  if (!stack) throw new Error('Nothing is deployed.')
  return Object.fromEntries(
    [...template.outputs].map(([name, output]) => {
      const value = evaluate(stack).valueOf(at(output, 'Value'))
      return [name, isUnknown(value) ? `? ${value.why}` : value]
    }),
  )
}

const withOutputs = (outputs: string, rest = '') => `
${rest}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
Outputs:
${outputs
  .split('\n')
  .map((line, index) => `  O${index}: {Value: ${line}}`)
  .join('\n')}
`

const values = (outputs: string, rest?: string, parameters?: Readonly<Record<string, string>>) =>
  Object.values(outputsOf(withOutputs(outputs, rest), parameters))

describe('functions of CloudFormation', () => {
  it.each([
    ['!Ref AWS::Region', 'eu-west-1'],
    ['!Ref AWS::StackName', 'net'],
    ['!Sub "${AWS::Partition}-${!Kept}-${X}"', '? X is neither'],
    ['!Sub ["${X}/24", {X: 10.0.0.0}]', '10.0.0.0/24'],
    ['!Join [".", [a, !Ref AWS::NoValue, b]]', 'a.b'],
    ['!Select [1, !Split ["|", "a|b|c"]]', 'b'],
    ['!Select [7, [a, b]]', '? There is no element 7'],
    ['!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 6, 8]]', '10.0.1.0/24'],
    ['!Select [0, !Cidr ["2001:db8::/56", 1, 64]]', '2001:db8::/64'],
    ['!Select [0, !Cidr [10.0.0.0/16, 3, 16]]', '? 10.0.0.0/16 does not hold 3'],
    ['!Select [1, !GetAZs ""]', 'eu-west-1b'],
    ['!Select [0, !GetAZs us-east-1]', 'us-east-1a'],
    ['!Base64 abcd', 'YWJjZA=='],
    ['!FindInMap [Sizes, eu-west-1, vpc]', '10.9.0.0/16'],
    ['!FindInMap [Sizes, us-east-1, vpc]', '? The mapping Sizes says nothing'],
    ['!FindInMap [Sizes, x, vpc, {DefaultValue: 10.1.0.0/16}]', '10.1.0.0/16'],
    ['!If [IsProd, big, small]', 'small'],
    ['!If [IsAll, big, small]', 'big'],
    ['!If [Missing, big, small]', '? There is no condition Missing'],
    ['!GetAtt Vpc.CidrBlock', '10.0.0.0/16'],
    ['!Ref List', ['a', 'b']],
    ['!Join ["-", !Ref List]', 'a-b'],
    ['!Ref Needed', '? The parameter Needed has no value'],
    ['!Ref Stored', '? The parameter Stored has no value'],
    ['!Sub "{{resolve:ssm:/net/cidr}}"', '? What {{resolve'],
    ['!ImportValue nobody', '? No stack among the files exports nobody'],
    ['!Transform {Name: x}', '? The function Fn::Transform is not known'],
    ['!Sub 10', '10'],
    ['!Length [a, b]', '2'],
  ])('%s is %s', (written, expected) => {
    const rest = `
Parameters:
  List: {Type: CommaDelimitedList, Default: "a, b"}
  Needed: {Type: String}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /net/cidr}
Mappings:
  Sizes: {eu-west-1: {vpc: 10.9.0.0/16}}
Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
  IsAll: !And [!Not [!Condition IsProd], !Or [!Equals [true, "true"], !Equals [!Ref Needed, x]]]
`
    const [value] = values(written, rest)
    if (typeof expected === 'string' && expected.startsWith('?'))
      expect(value).toMatch(new RegExp(`^${expected.replace(/[?{}().[\]/]/g, '\\$&')}`))
    else expect(value).toEqual(expected)
  })

  it('take values for parameters, for all stacks or for one', () => {
    const rest = 'Parameters: {A: {Type: String}, B: {Type: String}}'
    expect(values('!Ref A\n!Ref B', rest, { A: 'x', 'net/B': 'y' })).toEqual(['x', 'y'])
  })

  it('name each resource once, and another one otherwise', () => {
    const [one, again] = values('!Ref Vpc\n!GetAtt Vpc.VpcId')
    expect(one).toMatch(/^vpc-[0-9a-f]{17}$/)
    expect(again).toBe(one)
  })
})

describe('templates that refer to themselves', () => {
  it.each([
    ['conditions', '!If [A, x, y]', 'Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}'],
    ['parameters', '!Ref P', 'Parameters: {P: {Type: String, Default: !Ref P}}'],
    [
      'conditions that double',
      '!If [C40, x, y]',
      `Conditions:\n${Array.from({ length: 41 }, (_, n) => `  C${n}: !And [!Condition C${n - 1}, !Condition C${n - 1}]`).join('\n')}`,
    ],
  ])('are unknown: %s', (_, output, rest) => {
    expect(values(output, rest)[0]).toMatch(/^\?/)
  })

  it('hold no texts that double without end', () => {
    const exports = Array.from(
      { length: 30 },
      (_, n) =>
        `  X${n}: {Value: !Join ["", [!ImportValue x${n + 1}, !ImportValue x${n + 1}]], Export: {Name: x${n}}}`,
    ).join('\n')
    const text = `Resources: {V: {Type: AWS::EC2::VPC}}\nOutputs:\n${exports}\n  X30: {Value: aaaaaaaa, Export: {Name: x30}}\n`
    expect(outputsOf(text)['X0']).toMatch(/^\? It makes a text that is too long/)
  })
})
