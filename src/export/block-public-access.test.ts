import { describe, expect, it } from 'vitest'
import { documentOf, mainTable, subnet, vpc } from '../model/testing/build'
import { exportDesign } from './export'

type Mode = 'off' | 'block-ingress' | 'block-bidirectional'

const withMode = (
  name: string,
  number: number,
  mode: Mode,
  ...subnets: readonly (Mode | null)[]
) => [
  vpc(name, `10.${number}.0.0/16`, { internetGatewayBlockMode: mode }),
  mainTable(`${name}-main`, name),
  ...subnets.map((own, index) =>
    subnet(`${name}${index}`, name, `10.${number}.${index}.0/24`, {
      internetGatewayBlockMode: own,
    }),
  ),
]

/** What is written: the modes of the Region, and what is excluded from them how. */
function written(to: 'terraform' | 'cloudformation', ...resources: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(...resources), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  const text = code.join('\n').replaceAll(/ +/g, ' ')
  const pattern =
    to === 'terraform'
      ? /(?:(?:vpc|subnet)_id = (aws_(?:vpc|subnet)\.\w+)\.id\n )?internet_gateway_(?:block|exclusion)_mode = "([a-z-]+)"/g
      : /(?:(?:Vpc|Subnet)Id: !Ref (\w+)\n )?InternetGateway(?:Block|Exclusion)Mode: ([a-z-]+)/g
  return {
    modes: [...text.matchAll(pattern)].map(([, of = 'Region', mode]) => `${of} ${mode}`).toSorted(),
    gaps: gaps.map((gap) => gap.text),
  }
}

describe('NET-25: Block Public Access', () => {
  it.each([
    ['that stops nothing is not written', [withMode('a', 0, 'off', null)], []],
    [
      'that holds for all has no exclusions',
      [withMode('a', 0, 'block-ingress', null), withMode('b', 1, 'block-ingress')],
      ['Region block-ingress'],
    ],
    [
      'takes the strictest mode and excludes what is less strict',
      [
        withMode('a', 0, 'block-bidirectional'),
        withMode('b', 1, 'block-ingress'),
        withMode('c', 2, 'off'),
      ],
      ['Region block-bidirectional', 'aws_vpc.b allow-egress', 'aws_vpc.c allow-bidirectional'],
    ],
    [
      'excludes a subnet by itself',
      [withMode('a', 0, 'block-bidirectional', null, 'off', 'block-ingress')],
      [
        'Region block-bidirectional',
        'aws_subnet.a_a1 allow-bidirectional',
        'aws_subnet.a_a2 allow-egress',
      ],
    ],
    [
      'excludes a subnet further than its VPC',
      [withMode('a', 0, 'block-bidirectional'), withMode('b', 1, 'block-ingress', 'off', null)],
      [
        'Region block-bidirectional',
        'aws_subnet.b_b0 allow-bidirectional',
        'aws_vpc.b allow-egress',
      ],
    ],
    [
      'excludes the other subnets one by one where one is stricter than its VPC',
      [withMode('a', 0, 'off', null, 'block-bidirectional', 'block-ingress')],
      [
        'Region block-bidirectional',
        'aws_subnet.a_a0 allow-bidirectional',
        'aws_subnet.a_a2 allow-egress',
      ],
    ],
  ] as const)('%s', (_case, resources, expected) => {
    expect(written('terraform', ...resources).modes).toEqual(expected)
    const inTemplate = written('cloudformation', ...resources).modes
    expect(inTemplate.map((it) => it.split(' ')[1])).toEqual(
      expect.arrayContaining(expected.map((it) => it.split(' ')[1])),
    )
    expect(inTemplate).toHaveLength(expected.length)
  })

  it('is said to hold for the account and Region as a whole', () => {
    for (const to of ['terraform', 'cloudformation'] as const)
      expect(written(to, ...withMode('a', 0, 'block-ingress')).gaps).toContainEqual(
        expect.stringMatching(/eu-west-1 as a whole/),
      )
  })

  it('is set once for each account and Region', () => {
    const far = vpc('far', '10.9.0.0/16', {
      region: 'us-east-1',
      internetGatewayBlockMode: 'block-ingress',
    })
    expect(
      written('terraform', withMode('a', 0, 'block-ingress'), withMode('b', 1, 'off'), far).modes,
    ).toEqual(['Region block-ingress', 'Region block-ingress', 'aws_vpc.b allow-bidirectional'])
  })
})
