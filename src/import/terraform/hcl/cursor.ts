/** The text is no expression, or one of a kind that is not read. */
export class Unreadable extends Error {}

/** A place in a text that is read from its beginning on. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  fail(): never {
    throw new Unreadable()
  }

  peek(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }

  take(text: string): boolean {
    this.space()
    if (!this.peek(text)) return false
    this.at += text.length
    return true
  }

  need(text: string): void {
    if (!this.take(text)) this.fail()
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) return null
    this.at += found.length
    return found
  }

  space(): void {
    this.match(/(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y)
  }

  name(): string | null {
    this.space()
    return this.match(/[\p{L}_][\p{L}\p{N}_-]*/uy)
  }
}
