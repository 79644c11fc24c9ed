import type { InputProblem } from '../../../ui/DraftInput'

interface Issue {
  readonly message: string
  readonly issues?: readonly { readonly message: string }[] | undefined
}

/** What a schema says of a value, as an editor says it: with the mended text as a suggestion. */
export function problemOfIssue(whole: Issue): InputProblem {
  // of a key that is refused, the reason lies within
  const issue = whole.issues?.[0] ?? whole
  const mend = mendOf(issue)
  const suggestion = /^Write (\S+[^.\s])\.$/.exec(mend ?? '')?.[1]
  const words = suggestion ? [issue.message] : [issue.message, mend].flatMap((it) => it ?? [])
  return {
    tone: 'error',
    text: words.map((it) => it.replace(/\.?$/, '.')).join(' '),
    ...(suggestion ? { suggestion } : {}),
  }
}

function mendOf(issue: object): string | null {
  const params = 'params' in issue ? issue.params : null
  if (typeof params !== 'object' || params === null || !('mend' in params)) return null
  return typeof params.mend === 'string' ? params.mend : null
}
