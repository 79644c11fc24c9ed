import { plain } from './markdown'
import type { Export } from './report'

/** The report as Markdown, for the README that travels with the code. */
export function reportSection({ gaps, renamings }: Pick<Export, 'gaps' | 'renamings'>) {
  return [
    ...(gaps.length > 0
      ? [
          '## Not in the code',
          '',
          ...gaps.map(({ text, remedy }) => `- ${plain(text)} ${plain(remedy)}`),
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
