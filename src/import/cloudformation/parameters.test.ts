import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../import'
import type { StackParameter } from '../parameter'

type Files = Readonly<Record<string, string>>

function read(files: Files, parameters: Readonly<Record<string, string>> = {}) {
  const input = Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) }))
  return importFiles(input, { name: 'Asked', parameters })
}

/** What is asked for when the files are read with these values, by the keys to give more under. */
function asked(files: Files, given: Readonly<Record<string, string>> = {}) {
  const outcome = read(files, given)
  const all = outcome.ok ? outcome.value.parameters : outcome.problems[0]?.parameters
  return new Map((all ?? []).map((it) => [it.key, it]))
}

/** The blocks of the VPCs that come of the files. */
function blocks(files: Files, given: Readonly<Record<string, string>> = {}) {
  const outcome = read(files, given)
  if (!outcome.ok) return []
  return Object.values(outcome.value.document.resources).flatMap((it) =>
    it.kind === 'vpc' ? it.cidrBlock : [],
  )
}

const places = (key: string) => [`${key}/AWS::AccountId`, `${key}/AWS::Region`]

const template = (parameters: string, rest = '') => `
Parameters:
${parameters}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
${rest}`

const plain = { 'net.yaml': template('  Block: {Type: String}') }

describe('parameters of templates are asked for', () => {
  it('even where nothing can be made without them', () => {
    expect(read(plain).ok).toBe(false)
    expect(asked(plain).get('net.yaml/Block')).toMatchObject({ needed: true, value: null })
    const given = { 'net.yaml/Block': '10.0.0.0/16' }
    expect(blocks(plain, given)).toEqual(['10.0.0.0/16'])
    expect(asked(plain, given).get('net.yaml/Block')).toMatchObject({
      needed: false,
      value: '10.0.0.0/16',
    })
  })

  it('with all that the template says of them', () => {
    const said = `  Block:
    Type: String
    Description: The addresses.
    Default: 10.0.0.0/16
    AllowedPattern: "[0-9./]+"
    ConstraintDescription: Write a CIDR block.
    MinLength: 9
    MaxLength: "18"
    NoEcho: true`
    expect(asked({ 'net.yaml': template(said) }).get('net.yaml/Block')).toEqual({
      key: 'net.yaml/Block',
      stack: 'net',
      template: 'net.yaml',
      name: 'Block',
      label: 'Block',
      group: '',
      type: 'String',
      description: 'The addresses.',
      default: '10.0.0.0/16',
      allowedValues: [],
      allowedPattern: '[0-9./]+',
      constraint: 'Write a CIDR block.',
      minLength: 9,
      maxLength: 18,
      minValue: null,
      maxValue: null,
      noEcho: true,
      value: null,
      needed: false,
    } satisfies StackParameter)
  })

  it('as needed only where something of the network hangs on them, on all of them together', () => {
    const files = {
      'net.yaml': `
Parameters:
  First: {Type: String}
  Second: {Type: String}
  Key: {Type: "AWS::EC2::KeyPair::KeyName"}
  Unread: {Type: String}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp: !Ref First}
        - {IpProtocol: tcp, FromPort: 2, ToPort: 2, CidrIp: !Ref Second}
  Host: {Type: AWS::EC2::Instance, Properties: {KeyName: !Ref Key}}
`,
    }
    const needed = [...asked(files)].flatMap(([key, it]) => (it.needed ? key : []))
    expect(needed).toEqual(['net.yaml/First', 'net.yaml/Second'])
  })

  it('under the headings and in the order that the template wants', () => {
    const rest = `
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - {Label: {default: Addresses}, Parameters: [Block, Nobody]}
    ParameterLabels: {Block: {default: Block of the VPC}}`
    const files = {
      'net.yaml': template('  Other: {Type: String}\n  Block: {Type: String}', rest),
    }
    expect([...asked(files).values()].map(({ label, group }) => [label, group])).toEqual([
      ['Block of the VPC', 'Addresses'],
      ['Other', ''],
      ['Account', 'Where it is deployed'],
      ['Region', 'Where it is deployed'],
    ])
  })

  it('for each stack by itself, also where files are called the same', () => {
    const files = {
      'one/net.yaml': template('  Block: {Type: String}'),
      'two/net.yaml': template('  Block: {Type: String}'),
    }
    expect([...asked(files).keys()]).toEqual([
      'one/net.yaml/Block',
      ...places('one/net.yaml'),
      'two/net.yaml/Block',
      ...places('two/net.yaml'),
    ])
    const given = {
      'one/net.yaml/Block': '10.1.0.0/16',
      'two/net.yaml/Block': '10.2.0.0/16',
      'two/net.yaml/AWS::Region': 'eu-central-1',
    }
    expect(blocks(files, given)).toEqual(['10.1.0.0/16', '10.2.0.0/16'])
    // what is given changes the addresses of stacks, and not what more is given under
    expect([...asked(files, given).keys()]).toEqual([...asked(files).keys()])
    expect(asked(files, given).get('two/net.yaml/AWS::Region')?.value).toBe('eu-central-1')
  })

  it('of nested stacks where the stack around them says nothing', () => {
    const files = {
      'all.yaml': `
Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: inner.yaml, Parameters: {Name: x}}
`,
      'inner.yaml': template('  Block: {Type: String}\n  Name: {Type: String}'),
    }
    expect([...asked(files).keys()]).toEqual([...places('all.yaml'), 'all.yaml/Inner/Block'])
    expect(blocks(files, { 'all.yaml/Inner/Block': '10.3.0.0/16' })).toEqual(['10.3.0.0/16'])
  })

  it('as what they hold where the Parameter Store is asked for them, never by its name', () => {
    const said = `  Block: {Type: "AWS::SSM::Parameter::Value<String>", Default: /net/block, AllowedPattern: "/.*"}`
    const files = { 'net.yaml': template(said) }
    expect(asked(files).get('net.yaml/Block')).toMatchObject({
      default: null,
      allowedPattern: null,
      description: 'Give what /net/block holds in the Parameter Store.',
      needed: true,
    })
  })

  it('but not where a manifest sets them and says where it is', () => {
    const stack = {
      name: 'net',
      template: 'net.yaml',
      account: '111122223333',
      region: 'eu-west-1',
      parameters: { Block: '10.4.0.0/16' },
    }
    const files = { ...plain, 'manifest.json': JSON.stringify({ stacks: [stack] }) }
    expect([...asked(files).keys()]).toEqual([])
    expect(blocks(files)).toEqual(['10.4.0.0/16'])
  })
})
