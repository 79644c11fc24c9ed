import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../import/import'
import { isComplete, saidIn, stacksOf, wordsOf } from './parameter-words'

const template = `
Parameters:
  Block: {Type: String, Default: 10.0.0.0/16}
  Zone: {Type: String, Default: eu-west-1a}
  Admin: {Type: String}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: x
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Admin}]
`

function parametersOf(given: Readonly<Record<string, string>> = {}) {
  const read = importFiles([{ path: 'net.yaml', bytes: strToU8(template) }], {
    name: 'x',
    parameters: given,
  })
  if (!read.ok) throw new Error('It is not imported.')
  return read.value.parameters
}

const admin = { 'net.yaml/Admin': '192.0.2.0/24' }

describe('values for parameters', () => {
  it('are told only where they are not those of the template', () => {
    const parameters = parametersOf()
    expect(saidIn(parameters, {})).toEqual({})
    expect(
      saidIn(parameters, { 'net.yaml/Block': '10.0.0.0/16', 'net.yaml/Zone': '', ...admin }),
    ).toEqual({ 'net.yaml/Zone': '', ...admin })
  })

  it('stay when the form comes again, until they are taken back', () => {
    const parameters = parametersOf(admin)
    expect(saidIn(parameters, {})).toEqual(admin)
    expect(saidIn(parameters, { 'net.yaml/Admin': '' })).toEqual({})
  })

  it('are complete once all that is needed has one', () => {
    expect(isComplete(parametersOf())).toBe(false)
    expect(isComplete(parametersOf(admin))).toBe(true)
  })

  it.each([
    [
      {},
      '2 parameters used their defaults. 1 parameter has no value. The account and the Region are assumed.',
    ],
    [
      { ...admin, 'net.yaml/AWS::Region': 'eu-west-2' },
      '1 parameter has a value from you. 2 parameters used their defaults. The account is assumed.',
    ],
  ])('are summed up: %j', (given, words) => {
    expect(wordsOf(parametersOf(given))).toBe(words)
  })

  it('are asked for by stack and heading', () => {
    expect(
      stacksOf(parametersOf()).map(({ stack, groups }) => [
        stack,
        groups.map(({ heading, parameters }) => [heading, parameters.length]),
      ]),
    ).toEqual([
      [
        'net',
        [
          ['', 3],
          ['Where it is deployed', 2],
        ],
      ],
    ])
  })
})
