import { highlighted, type CodeLanguage, type Piece } from './highlight'

/** The code line by line, each in coloured pieces; a piece over several lines is divided. */
export function colouredLines(code: string, language: CodeLanguage): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const { token, text } of highlighted(code, language))
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ token, text: part })
    }
  // a file ends with a line break, behind which there is no line
  if (lines.at(-1)?.length === 0) lines.pop()
  return lines
}
