import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../../base/testing/runs'
import { Untold } from '../plan-expressions'
import { evaluated, type Scope } from './evaluate'
import { readTemplate } from './syntax'
import { Failed, isList, isObject, weightOf, type Value } from './value'

const names: Readonly<Record<string, Value>> = {
  list: ['a', 'b', 'c'],
  map: new Map<string, Value>([
    ['one', 1],
    ['two', new Map<string, Value>([['x', 'deep']])],
  ]),
  open: new Untold('open'),
}
const scope: Scope = (name) => (Object.hasOwn(names, name) ? names[name] : undefined)

const value = (text: string, budget = 10_000): Value => {
  const expression = readTemplate(text)
  return expression ? evaluated(expression, scope, { left: budget }) : new Untold('unreadable')
}

/** Objects as JSON has them, and what is not known by its class. */
const plain = (it: Value): unknown => {
  if (it instanceof Failed) return 'failed'
  if (it instanceof Untold) return 'untold'
  if (isList(it)) return it.map(plain)
  return isObject(it) ? Object.fromEntries([...it].map(([key, each]) => [key, plain(each)])) : it
}

describe('an expression of Terraform', () => {
  it.each<[string, unknown]>([
    ['plain', 'plain'],
    ['a-${1 + 2}-$${x}', 'a-3-${x}'],
    ['${1 + 2 * 3 - 4 / 2}', 5],
    ['${-(2) + 7 % 4}', 1],
    ['${1 < 2 && !(2 <= 1) || false}', true],
    ['${"x" == "y" ? "no" : "a${list[0]}"}', 'aa'],
    ['${list[1]}${list.2}', 'bc'],
    ['${[for s in list : upper(s) if s != "b"]}', ['A', 'C']],
    ['${{ for i, s in list : s => i }}', { a: 0, b: 1, c: 2 }],
    ['${{ for s in ["x", "x", "y"] : s => 1... }}', { x: [1, 1], y: [1] }],
    ['${map.two.x}${map["one"]}', 'deep1'],
    ['${[map, { one = 2 }][*].one}', [1, 2]],
    ['${cidrsubnet("10.0.0.0/16", 8, 100 + 1)}', '10.0.101.0/24'],
    ['${cidrsubnet("2001:db8::/56", 8, 2)}', '2001:db8:0:2::/64'],
    ['${cidrsubnets("10.0.0.0/16", 4, 8, 4)}', ['10.0.0.0/20', '10.0.16.0/24', '10.0.32.0/20']],
    ['${cidrhost("10.0.0.0/24", -2)}', '10.0.0.254'],
    ['${cidrnetmask("10.0.0.0/20")}', '255.255.240.0'],
    ['${formatlist("%s-%s", "a", ["x", "y"])}', ['a-x', 'a-y']],
    ['${formatlist("%s", "a")}', ['a']],
    ['${lookup({ a = 1 }, "b", null) == null}', true],
    [
      '${jsonencode({ b = list, a = "<${1 < 2}>" })}',
      '{"a":"\\u003ctrue\\u003e","b":["a","b","c"]}',
    ],
    ['${format("%s-%02d%%", "a", 3)}', 'a-03%'],
    ['${merge(map, { one = "x" }).one}', 'x'],
    ['${element(list, 4)}', 'b'],
    ['${lookup(map, "none", "usual")}', 'usual'],
    ['${flatten([["a"], [["b"]]])}', ['a', 'b']],
    ['${keys({ b = 1, a = 2 })}', ['a', 'b']],
    ['${zipmap(["a", "b"], [1, 2])}', { a: 1, b: 2 }],
    ['${toset(["b", "a", "b"])}', ['a', 'b']],
    ['${slice(list, 0, 2)}', ['a', 'b']],
    ['${concat(list, [open])[1]}', 'b'],
    ['${length([open, open])}', 2],
    ['${try(list[9], map.none, "last")}', 'last'],
    ['${can(map.none)}', false],
    ['${one([])}', null],
    ['${length(regexall("^[a-z]{2}-", "eu-west-1a"))}', 1],
    ['${regex("[0-9]+", "a12b")}', '12'],
    ['${split(",", "a,b")[1]}', 'b'],
    ['${join("-", list)}', 'a-b-c'],
    ['${max(1, list...)}', 'failed'],
    [
      '${setproduct(["a"], ["x", "y"])}',
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
    ],
    ['${{ "k${1}" = true, (list[0]) : null, }}', { k1: true, a: null }],
  ])('%s', (text, expected) => {
    expect(plain(value(text))).toEqual(expected)
  })

  it.each([
    '${open}',
    'a${open}',
    '${open ? 1 : 2}',
    '${try(open, "no")}',
    '${join("", ["a", open])}',
    '${[for s in open : s]}',
    '${list[open]}',
    '${templatefile("x", {})}',
    '${replace("a", "/a/", "b")}',
    '${regex("(a+)+$", "aaaa")}',
    '%{ if true }x%{ endif }',
    '${1 +}',
    '${[for x]}',
  ])('is not guessed: %s', (text) => {
    expect(plain(value(text))).toBe('untold')
  })

  it.each([
    '${list[3]}',
    '${map.none}',
    '${nothing.at.all}',
    '${"a" + 1}',
    '${cidrsubnet("x", 1, 1)}',
  ])('is what Terraform refuses: %s', (text) => {
    expect(plain(value(text))).toBe('failed')
  })

  it('is one of several where only the choice is open', () => {
    const found = value('${open ? "sg-0a" : "sg-0b"}')
    expect(found instanceof Untold && found.among).toEqual(['sg-0a', 'sg-0b'])
  })

  it('ends where values name each other many times over', () => {
    let grown: Value = ['x'.repeat(1000)]
    for (let level = 0; level < 60; level += 1) {
      const inner: Value = grown
      const doubled = readTemplate('${[it, it, it, it]}')
      grown = doubled ? evaluated(doubled, () => inner, { left: 1000 }) : null
    }
    expect(weightOf(grown)).toBeLessThanOrEqual(200_000)
    const large = '[for a in range(900) : [for b in range(100) : "xxxxxxxxxx"]]'
    for (const text of [
      `\${flatten([${large}, ${large}])}`,
      `\${join("", flatten(${large}))}`,
      `\${[for i in range(1000) : length(distinct(${large}))]}`,
      `\${replace(join("", ${large}[0]), "x", join("", ${large}[0]))}`,
    ])
      expect(JSON.stringify(plain(value(text, 3_000_000)))).toContain('untold')
  })

  it('ends, whatever it is', () => {
    expect(plain(value(`\${${'('.repeat(5000)}`))).toBe('untold')
    expect(plain(value(`\${${'-'.repeat(5000)}1}`))).toBe('untold')
    expect(plain(value('${[for a in range(1000) : [for b in range(1000) : a]]}'))).toContain(
      'untold',
    )
    const pieces = [
      '${',
      '}',
      '"',
      'list',
      '[',
      ']',
      '[*]',
      '.',
      'for x in ',
      ':',
      '(',
      ')',
      '{',
      '=>',
      '?',
      ',',
      '...',
      '__proto__',
      '1',
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        value(parts.join(''))
        value(`\${${parts.join('')}}`)
      }),
      runs(1),
    )
  })
})
