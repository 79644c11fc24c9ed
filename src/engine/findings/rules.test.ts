import { describe, expect, it } from 'vitest'
import { rules } from './rules'

const tests: Readonly<Record<string, string>> = import.meta.glob('./rules/*.test.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe('the roll call of finding rules', () => {
  it('holds the rules of the sheet that concern what can be drawn, in its order', () => {
    expect(rules.map((it) => it.id).join(' ')).toBe(
      'L01 L02 L03 L04 L05 L06 L07 L08 L09 L10 L11 L12 L13 L14 L15 L16 L17 L19 L20 L21 L22 L23 L24 L25 L26 L27 L28 L29 L30 L31 L32 L33 L34 L35 L36 L37 L38 L39 L40 L41 L42 L43 L44 L45 L46 L47 L48 L49 L50 L51 L52 L53 L54 L55',
    )
  })
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s cites AWS and has cases',
    (id, rule) => {
      expect(rule.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w/-]+\.html$/)
      expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect(rule.rules.length).toBeGreaterThan(0)
      const cases = tests[`./rules/${rule.name}.test.ts`] ?? ''
      expect(cases).toContain(`describe('${id}'`)
    },
  )
})
