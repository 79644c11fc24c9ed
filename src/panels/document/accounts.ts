import type { Account } from '../../model/document'
import type { InputProblem } from '../../ui/DraftInput'

/** What to say of an account's number: twelve digits, once in a design. */
export function accountIdProblem(text: string, others: readonly Account[]): InputProblem | null {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{12}$/.test(text))
    return {
      tone: 'error',
      text: /^\d+$/.test(digits)
        ? `An account ID has 12 digits; this has ${digits.length}.`
        : 'An account ID is 12 digits.',
      ...(digits !== text && /^\d{12}$/.test(digits) ? { suggestion: digits } : {}),
    }
  const other = others.find((it) => it.id === text)
  return other ? { tone: 'error', text: `${other.name} has this ID already.` } : null
}

export function accountNameProblem(text: string): InputProblem | null {
  return text.trim() === '' ? { tone: 'error', text: 'An account needs a name.' } : null
}
