/** What a piece of code is, as far as colours go. */
export type Token = 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'plain'

export interface Piece {
  readonly token: Token
  readonly text: string
}

export type CodeLanguage = 'hcl' | 'yaml' | 'json' | 'markdown' | 'text' | 'shell'

type Rule = readonly [Token, RegExp]

/** Tried in order at each place; each pattern is sticky. */
const rules: Readonly<Record<CodeLanguage, readonly Rule[]>> = {
  hcl: [
    ['comment', /(?:#|\/\/)[^\n]*/y],
    ['string', /<<-?(\w+)\n[\s\S]*?\n\s*\1(?=\n|$)/y],
    ['string', /"(?:\\.|[^"\\\n])*"/y],
    ['number', /\b\d+(?:\.\d+)?\b/y],
    [
      'keyword',
      /\b(?:resource|provider|terraform|variable|output|data|module|locals|moved|import)\b(?=\s*["{])/y,
    ],
    ['keyword', /\b(?:true|false|null)\b/y],
    ['name', /[\w-]+(?=\s*(?:=(?!=)|\{))/y],
    ['plain', /[\w-]+/y],
  ],
  yaml: [
    ['comment', /#[^\n]*/y],
    ['name', /(?:[\w.:/-]+|"(?:\\.|[^"\\\n])*"|'(?:''|[^'\n])*')(?=:(?:\s|$))/y],
    ['keyword', /![A-Za-z]+/y],
    ['string', /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/y],
    ['keyword', /\b(?:true|false|null)\b/y],
    ['number', /\b\d+(?:\.\d+)?\b(?![\w./:-])/y],
    ['plain', /[\w.:/-]+/y],
  ],
  json: [
    ['name', /"(?:\\.|[^"\\\n])*"(?=\s*:)/y],
    ['string', /"(?:\\.|[^"\\\n])*"/y],
    ['keyword', /\b(?:true|false|null)\b/y],
    ['number', /-?\b\d+(?:\.\d+)?\b/y],
  ],
  markdown: [
    ['keyword', /(?<![^\n])#{1,6} [^\n]*/y],
    ['string', /```[\s\S]*?```|`[^`\n]+`/y],
    ['plain', /[^\n#`]+/y],
  ],
  shell: [
    ['comment', /(?<![^\n])#[^\n]*/y],
    ['string', /"(?:\\.|[^"\\])*"|'[^']*'/y],
    ['keyword', /\b(?:if|then|fi|set|exit|echo|cd|aws)\b(?=[ \n])/y],
    ['name', /--[a-z0-9-]+|\$\{?\w+\}?/y],
    ['plain', /[\w./-]+/y],
  ],
  text: [['plain', /[\s\S]+/y]],
}

/**
 * The code in coloured pieces, which joined are the code again: a wrong guess costs a colour, never
 * a character.
 */
export function highlighted(code: string, language: CodeLanguage): readonly Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') pieces.push({ token: 'plain', text: plain })
    plain = ''
  }
  for (let at = 0; at < code.length;) {
    const found = pieceAt(code, at, rules[language])
    if (!found || found.token === 'plain') plain += found?.text ?? code[at] ?? ''
    else {
      flush()
      pieces.push(found)
    }
    at += found?.text.length ?? 1
  }
  flush()
  return pieces
}

function pieceAt(code: string, at: number, candidates: readonly Rule[]): Piece | null {
  for (const [token, pattern] of candidates) {
    pattern.lastIndex = at
    const text = pattern.exec(code)?.[0]
    if (text) return { token, text }
  }
  return null
}
