import { describe, expect, it } from 'vitest'
import { loopsIn, unrolled } from './loops'
import type { Node } from './node'
import { imported, resourceAt } from './testing/imported'

const resources = (loop: Node) => unrolled({ Resources: { 'Fn::ForEach::Loop': loop } })

describe('a loop of AWS::LanguageExtensions', () => {
  it.each<[string, Node, Node]>([
    [
      'makes one of each value, wherever its name stands',
      ['Zone', ['a', 'b'], { 'Subnet${Zone}': { Is: { Ref: 'Zone' }, In: ['eu-west-1${Zone}'] } }],
      { Subneta: { Is: 'a', In: ['eu-west-1a'] }, Subnetb: { Is: 'b', In: ['eu-west-1b'] } },
    ],
    [
      'leaves out what a logical ID may not hold',
      ['Block', ['10.0.0.0/24'], { 'Subnet&{Block}': '${Block}' }],
      { Subnet1000024: '10.0.0.0/24' },
    ],
    [
      'may hold others',
      ['X', ['1', '2'], { 'Fn::ForEach::Inner': ['Y', ['a'], { 'Z${X}${Y}': '${X}-${Y}' }] }],
      { Z1a: '1-a', Z2a: '2-a' },
    ],
    [
      'takes a value as it is written, whatever replacing means by it',
      ['X', ['$&'], { Z: '<${X}>' }],
      { Z: '<$&>' },
    ],
    ['makes nothing of nothing', ['X', [], { 'Z${X}': '' }], {}],
  ])('%s', (_, loop, made) => {
    expect(resources(loop)).toEqual({ Resources: made })
  })

  it('is left where its values are not in the template', () => {
    const loop = ['X', { Ref: 'Names' }, { 'Z${X}': '' }]
    expect(resources(loop)).toEqual({ Resources: { 'Fn::ForEach::Loop': loop } })
    expect(loopsIn({ 'Fn::ForEach::Loop': loop, Vpc: {} })).toEqual(['Loop'])
  })

  it('is left where it makes more than a template may hold', () => {
    const values = Array.from({ length: 200 }, (_, index) => String(index))
    const nested = (depth: number): Node =>
      depth === 0
        ? { 'Z${X0}': '' }
        : { [`Fn::ForEach::L${depth}`]: [`X${depth}`, values, nested(depth - 1)] }
    const template = { Resources: nested(5) }
    expect(unrolled(template)).toBe(template)
  })
})

describe('a template with loops', () => {
  const vpc = `
Transform: AWS::LanguageExtensions
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
`

  it('makes what they make', () => {
    const { document } = imported({
      'net.yaml': `${vpc}
  Fn::ForEach::Subnets:
    - Number
    - ["1", "2"]
    - Subnet\${Number}:
        Type: AWS::EC2::Subnet
        Properties: {VpcId: !Ref Vpc, CidrBlock: !Sub "10.0.\${Number}.0/24"}
`,
    })
    expect(resourceAt(document, 'net/Subnet2')).toMatchObject({ cidrBlock: '10.0.2.0/24' })
  })

  it('says which it does not understand, and what it is', () => {
    const { report } = imported({
      'net.yaml': `
Parameters: {Numbers: {Type: CommaDelimitedList}}
${vpc}
  Fn::ForEach::Subnets:
    - Number
    - !Ref Numbers
    - Subnet\${Number}: {Type: AWS::EC2::Subnet}
`,
    })
    expect(report.remarks).toContainEqual({
      type: 'missing',
      what: 'net/Subnets',
      text: 'What the loop goes over is known only once it is deployed; what it makes is missing.',
    })
  })
})
