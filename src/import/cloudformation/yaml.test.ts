import { describe, expect, it } from 'vitest'
import { readYaml } from './yaml'

describe('YAML of CloudFormation', () => {
  it('has short forms for functions', () => {
    const text = `
a: !Ref Vpc
b: !GetAtt Nat.Outputs.Id
c: !Sub "\${AWS::Region}a"
d: !Join ["-", [!Ref A, b]]
e: !If [IsProd, !Select [0, !GetAZs ""], !Ref AWS::NoValue]
f: !Not [!Condition IsProd]
g:
  Fn::Sub: long
`
    expect(readYaml(text)).toEqual({
      a: { Ref: 'Vpc' },
      b: { 'Fn::GetAtt': ['Nat', 'Outputs.Id'] },
      c: { 'Fn::Sub': '${AWS::Region}a' },
      d: { 'Fn::Join': ['-', [{ Ref: 'A' }, 'b']] },
      e: {
        'Fn::If': [
          'IsProd',
          { 'Fn::Select': ['0', { 'Fn::GetAZs': '' }] },
          { Ref: 'AWS::NoValue' },
        ],
      },
      f: { 'Fn::Not': [{ Condition: 'IsProd' }] },
      g: { 'Fn::Sub': 'long' },
    })
  })

  it('keeps numbers as they are written and knows truths of YAML 1.1', () => {
    expect(readYaml('{a: 012345678901, b: -1, c: yes, d: "yes", e: False, f: ~, g: 1.10}')).toEqual(
      { a: '012345678901', b: '-1', c: 'true', d: 'yes', e: 'false', f: null, g: '1.10' },
    )
  })

  it('knows anchors, aliases and merges', () => {
    expect(readYaml('x: &x {k: v}\ny: *x\nz:\n  <<: *x\n  l: w\n')).toEqual({
      x: { k: 'v' },
      y: { k: 'v' },
      z: { k: 'v', l: 'w' },
    })
  })

  it('takes __proto__ for a name like any other', () => {
    const read = readYaml('__proto__: {polluted: true}\nconstructor: x\n')
    expect(Object.keys(read as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  const laughs = (levels: number) =>
    [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: levels }, (_, index) => {
        const before = `*a${index}`
        return `a${index + 1}: &a${index + 1} [${Array.from({ length: 10 }, () => before).join(', ')}]`
      }),
    ].join('\n')

  it.each([
    ['a bomb of aliases', laughs(12)],
    ['an alias within itself', 'a: &a [*a]'],
    ['brackets without end', '['.repeat(300_000)],
    ['brackets within brackets', `${'['.repeat(1500)}${']'.repeat(1500)}`],
    ['braces within braces', `${'{a: '.repeat(1500)}1${'}'.repeat(1500)}`],
    [
      'lists within lists',
      Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n'),
    ],
    ['tags without end', `a: ${'!Ref '.repeat(1000)}x`],
    ['more than AWS takes', `a: ${'x'.repeat(1024 * 1024)}`],
    ['no YAML', 'a: [b'],
  ])('refuses %s', (_, text) => {
    expect(readYaml(text)).toBeNull()
  })

  it('reads many keys', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `k${index}: v`).join('\n')
    expect(Object.keys(readYaml(text) as object)).toHaveLength(10_000)
  })
})
