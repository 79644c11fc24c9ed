import { oneLine } from '../iac/text'

/**
 * A user's words in Markdown, standing for themselves: no sign means anything, also not at the
 * beginning of a line, where a hyphen or a number would begin a list.
 */
export function plain(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*{}[\]<>#|~!&]/g, (sign) => `\\${sign}`)
      // within a word it stands for itself, so that names of variables stay what they are
      .replace(/(?<![a-z\d])_|_(?![a-z\d])/gi, '\\_')
      .replace(/^[-+=]/, (sign) => `\\${sign}`)
      .replace(/^(\d+)([.)])/, '$1\\$2')
  )
}

/** A text of several lines, a paragraph for each. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/[\r\n\u0085\u2028\u2029]+/).flatMap((line) => {
    const words = plain(line)
    return words === '' ? [] : [words, '']
  })
}

/** A command or value as code; it holds no backtick, because no AWS value does. */
export const code = (text: string) => `\`${text.replaceAll('`', "'")}\``
