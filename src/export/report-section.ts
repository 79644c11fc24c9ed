import { oneLine } from '../iac/text'
import { commandsIn } from './manual-steps'
import { code, plain } from './markdown'
import type { Export } from './report'

/** The report as Markdown, for the README that travels with the code. */
export function reportSection({ gaps, renamings }: Pick<Export, 'gaps' | 'renamings'>) {
  return [
    ...(gaps.length > 0
      ? [
          '## Not in the code',
          '',
          ...gaps.map(({ text, remedy }) => `- ${plain(text)} ${withCommands(remedy)}`),
          '',
        ]
      : []),
    ...(renamings.length > 0
      ? [
          '## Changed',
          '',
          ...renamings.map(
            ({ what, from, to, why }) =>
              `- ${plain(what)}: "${plain(from)}" became "${plain(to)}". ${plain(why)}.`,
          ),
          '',
        ]
      : []),
  ]
}

/** A remedy whose commands can be copied as they stand. */
function withCommands(remedy: string): string {
  const said = oneLine(remedy)
  let at = 0
  let written = ''
  for (const { index, text } of commandsIn(said)) {
    written += `${between(said.slice(at, index))}${code(text)}`
    at = index + text.length
  }
  return `${written}${between(said.slice(at))}`
}

/** Plain words that keep their distance from the code beside them. */
function between(words: string): string {
  const [before] = /^ ?/.exec(words) ?? []
  const [after] = /(?<=\S) ?$/.exec(words) ?? []
  return `${before ?? ''}${plain(words)}${after ?? ''}`
}
