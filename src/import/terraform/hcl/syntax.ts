import { Cursor, Unreadable } from './cursor'
import type { Expression, Given, Loop } from './expression'

/** Deeper expressions are not read. */
const deepest = 60

/** Longer ones neither. */
const longest = 100_000

const operators: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
]

/**
 * Reads what stands behind an attribute, as the parser of files leaves it: a text with expressions in
 * `${…}`. Null where it holds anything that is not read.
 * @example readTemplate('10.${var.n}.0.0/16') // a template of three parts
 */
export function readTemplate(text: string): Expression | null {
  if (text.length > longest) return null
  try {
    return new Reader(text).whole()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

class Reader extends Cursor {
  #depth = 0

  whole(): Expression {
    return this.#template(null)
  }

  /** A text with expressions in it, up to its quote, or to the end where it has none. */
  #template(quote: string | null): Expression {
    const parts: Expression[] = []
    let said = ''
    const flush = () => {
      if (said !== '') parts.push({ type: 'literal', value: said })
      said = ''
    }
    for (;;) {
      const plain = this.match(quote === null ? /[^$%]+/y : /[^$%"\\\n]+/y)
      if (plain !== null) said += plain
      if (this.at >= this.text.length) {
        if (quote !== null) this.fail()
        break
      }
      if (quote !== null && this.peek(quote)) {
        this.at += 1
        break
      }
      if (this.peek('$${') || this.peek('%%{')) {
        said += this.text.slice(this.at + 1, this.at + 3)
        this.at += 3
      } else if (this.peek('${')) {
        this.at += this.peek('${~') ? 3 : 2
        flush()
        parts.push(this.#expression())
        this.take('~')
        this.need('}')
      } else if (this.peek('%{')) this.fail()
      else if (this.peek('\\')) said += this.#escaped()
      else {
        said += this.text.charAt(this.at)
        this.at += 1
      }
    }
    flush()
    const [only] = parts
    if (parts.length === 0) return { type: 'literal', value: '' }
    // one expression alone keeps its type
    return only && parts.length === 1 ? only : { type: 'template', parts }
  }

  #escaped(): string {
    const found = this.match(/\\(?:[nrt"\\]|u[0-9a-fA-F]{4})/y) ?? this.fail()
    return JSON.parse(`"${found}"`) as string
  }

  #expression(): Expression {
    this.#depth += 1
    if (this.#depth > deepest) this.fail()
    const test = this.#binary(0)
    if (!this.take('?')) {
      this.#depth -= 1
      return test
    }
    const yes = this.#expression()
    this.need(':')
    const no = this.#expression()
    this.#depth -= 1
    return { type: 'condition', test, yes, no }
  }

  #binary(level: number): Expression {
    const own = operators[level]
    if (!own) return this.#unary()
    let left = this.#binary(level + 1)
    for (;;) {
      this.space()
      const operator = own.find((each) => this.peek(each))
      if (operator === undefined) return left
      this.at += operator.length
      left = { type: 'binary', operator, left, right: this.#binary(level + 1) }
    }
  }

  #unary(): Expression {
    this.space()
    const operator = this.peek('!=') ? undefined : ['!', '-'].find((each) => this.peek(each))
    if (operator === undefined) return this.#postfix(this.#primary())
    this.at += 1
    this.#depth += 1
    if (this.#depth > deepest) this.fail()
    const of = this.#unary()
    this.#depth -= 1
    return { type: 'unary', operator, of }
  }

  #postfix(start: Expression): Expression {
    let of = start
    for (;;) {
      this.space()
      if (this.peek('...')) return of
      if (this.take('.*')) {
        of = { type: 'splat', of, each: this.#steps({ type: 'item' }, false) }
      } else if (this.peek('[*]')) {
        this.at += 3
        of = { type: 'splat', of, each: this.#steps({ type: 'item' }, true) }
      } else {
        const next = this.#step(of, true)
        if (!next) return of
        of = next
      }
    }
  }

  #steps(start: Expression, isFull: boolean): Expression {
    let of = start
    for (;;) {
      this.space()
      const next = this.peek('[*]') || this.peek('.*') ? null : this.#step(of, isFull)
      if (!next) return of
      of = next
    }
  }

  #step(of: Expression, hasIndex: boolean): Expression | null {
    if (this.match(/\.(?=[\p{L}_])/uy) !== null)
      return { type: 'attribute', of, name: this.name() ?? this.fail() }
    const place = this.match(/\.\d+/y)
    if (place !== null)
      return { type: 'index', of, key: { type: 'literal', value: Number(place.slice(1)) } }
    if (!hasIndex || !this.peek('[')) return null
    this.at += 1
    const key = this.#expression()
    this.need(']')
    return { type: 'index', of, key }
  }

  #primary(): Expression {
    this.space()
    const number = this.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
    if (number !== null) return { type: 'literal', value: Number(number) }
    if (this.take('"')) return quoted(this.#template('"'))
    if (this.take('(')) {
      const inner = this.#expression()
      this.need(')')
      return inner
    }
    if (this.take('[')) return this.#list()
    if (this.take('{')) return this.#object()
    const name = this.name()
    switch (name) {
      case null:
        return this.fail()
      case 'true':
      case 'false':
        return { type: 'literal', value: name === 'true' }
      case 'null':
        return { type: 'literal', value: null }
      default:
        return this.peek('(') ? this.#call(name) : { type: 'name', name }
    }
  }

  #call(name: string): Expression {
    this.need('(')
    const given: Given[] = []
    while (!this.take(')')) {
      const value = this.#expression()
      given.push({ value, isSpread: this.take('...') })
      if (!this.take(',')) {
        this.need(')')
        break
      }
    }
    return { type: 'call', name, given }
  }

  #list(): Expression {
    if (this.#loops()) return this.#loop(']')
    const items: Expression[] = []
    while (!this.take(']')) {
      items.push(this.#expression())
      if (!this.take(',')) {
        this.need(']')
        break
      }
    }
    return { type: 'list', items }
  }

  #object(): Expression {
    if (this.#loops()) return this.#loop('}')
    const entries: (readonly [Expression, Expression])[] = []
    while (!this.take('}')) {
      const key = this.#key()
      if (!this.take('=') && !this.take(':')) this.fail()
      entries.push([key, this.#expression()])
      this.take(',')
    }
    return { type: 'object', entries }
  }

  /** A key that is only a name stands for itself. */
  #key(): Expression {
    this.space()
    const start = this.at
    const name = this.name()
    this.space()
    if (name !== null && /^[=:]/.test(this.text.charAt(this.at)) && !this.peek('=='))
      return { type: 'literal', value: name }
    this.at = start
    return this.#expression()
  }

  #loops(): boolean {
    this.space()
    return this.match(/for(?=\s)/y) !== null
  }

  #loop(end: ']' | '}'): Loop {
    const first = this.name() ?? this.fail()
    const second = this.take(',') ? (this.name() ?? this.fail()) : null
    if (this.name() !== 'in') this.fail()
    const of = this.#expression()
    this.need(':')
    const made = this.#expression()
    const key = end === '}' ? made : null
    if (key) this.need('=>')
    const value = key ? this.#expression() : made
    const isGrouped = this.take('...')
    this.space()
    const test = this.match(/if(?=[\s(!])/y) === null ? null : this.#expression()
    this.need(end)
    const names = second === null ? [null, first] : [first, second]
    const [keyName = null, valueName] = names
    return { type: 'for', keyName, valueName: valueName ?? '', of, key, value, isGrouped, test }
  }
}

/** A text in quotes is a text, whatever is put into it. */
const quoted = (made: Expression): Expression =>
  made.type === 'template' || (made.type === 'literal' && typeof made.value === 'string')
    ? made
    : { type: 'template', parts: [made] }
