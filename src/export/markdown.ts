import { oneLine } from '../iac/text'

/** A user's words in Markdown, standing for themselves. */
export function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~!]/g, (sign) => `\\${sign}`)
}

/** A command or value as code; it holds no backtick, because no AWS value does. */
export const code = (text: string) => `\`${text.replaceAll('`', "'")}\``
