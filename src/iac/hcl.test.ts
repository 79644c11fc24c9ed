import { parse } from '@cdktf/hcl2json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { printHcl } from './hcl'
import { quoted, quotedKey } from './hcl-text'
import { expression, joined, mapping, nested, ref, variable, verbatim } from './value'

const spell = ({ of, attribute }: { of: string; attribute: string }) => `aws_vpc.${of}.${attribute}`

/** What the real parser reads; it hands literal text on with its signs before braces doubled. */
async function read(text: string): Promise<Record<string, unknown>> {
  const { output } = (await parse('x.tf', text)) as {
    output: { x: { value: Record<string, unknown> }[] }
  }
  return output.x[0]?.value ?? {}
}

const single = (sign: string) => sign.replace(/([$%])\1(?=\{)/g, '$1')

/** HCL brings every string into Unicode's composed form. */
const asRead = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC')

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', '\r', '\t', 'a', '\ud800', '🚀'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
)

describe('a quoted string', () => {
  it.each([
    ['say "hi"', '"say \\"hi\\""'],
    ['${a} $${b} $', '"$${a} $$${b} $"'],
    ['%{ if x } 100%', '"%%{ if x } 100%"'],
    ['two\nlines\\', '"two\\nlines\\\\"'],
    ['\u0000\u2028', '"\\u0000\\u2028"'],
    ['한글 🚀', '"한글 🚀"'],
  ])('of %j is %s', (text, expected) => {
    expect(quoted(text)).toBe(expected)
  })

  it('is read back by a real parser as the very text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (text, key) => {
        const source = printHcl(
          [{ keyword: 'output', labels: ['x'], body: { value: mapping([[`k${key}`, text]]) } }],
          spell,
        )
        const [[name, value] = []] = Object.entries(await read(source))
        expect(single(String(value))).toBe(asRead(text))
        expect(single(String(name))).toBe(asRead(`k${key}`))
      }),
      runs(0.6),
    )
  })
})

describe('a map key', () => {
  it('stays readable where every terminal agrees on its width', () => {
    expect(quotedKey('Größe 서울')).toBe('"Größe 서울"')
    expect(quotedKey('🚀 e\u0301')).toBe('"\\U0001f680 e\\u0301"')
  })
})

describe('a block', () => {
  it('is printed as terraform fmt would print it', () => {
    const text = printHcl(
      [
        {
          keyword: 'resource',
          labels: ['aws_x', 'y'],
          comment: ['two\nlines'],
          body: {
            provider: verbatim('aws.main'),
            vpc_id: ref('a'),
            name: 'n',
            left_out: undefined,
            tags: mapping([
              ['Name', 'n'],
              ['Longer key', joined(variable('account'), '/', ref('b'))],
            ]),
            options: nested({ enabled: true }),
            ids: [ref('a'), ref('b', 'arn')],
            depends_on: [verbatim('aws_vpc.a')],
          },
        },
      ],
      spell,
    )
    expect(text).toBe(`# two lines
resource "aws_x" "y" {
  provider = aws.main

  vpc_id = aws_vpc.a.id
  name   = "n"

  tags = {
    "Name"       = "n"
    "Longer key" = "\${var.account}/\${aws_vpc.b.id}"
  }

  options {
    enabled = true
  }

  ids = [aws_vpc.a.id, aws_vpc.b.arn]

  depends_on = [aws_vpc.a]
}
`)
  })

  it('sets apart where a module comes from, and no other source', () => {
    const text = printHcl(
      [
        {
          keyword: 'module',
          labels: ['m'],
          body: { source: './m', rule: nested({ source: 'ANY', port: 'ANY' }) },
        },
      ],
      spell,
    )
    expect(text).toBe(`module "m" {
  source = "./m"

  rule {
    source = "ANY"
    port   = "ANY"
  }
}
`)
  })

  it('prints an expression in the words of the language around references and texts', () => {
    const value = expression(
      verbatim('one([for it in '),
      ref('a', 'list'),
      verbatim(' : it if it == '),
      'x"y',
      verbatim('])'),
    )
    const text = printHcl([{ keyword: 'resource', labels: ['x', 'y'], body: { id: value } }], spell)
    expect(text).toContain('id = one([for it in aws_vpc.a.list : it if it == "x\\"y"])')
  })
})
