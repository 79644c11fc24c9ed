import { applyPatches } from 'immer'
import type { Document } from '../../../model/document'
import { documentOf } from '../../../model/testing/build'
import type { Finding, Repair } from '../../answer'
import { resolve } from '../../network'
import type { Rule } from '../define-rule'

/** What one rule finds in a design of these resources. */
export function found(rule: Rule, ...resources: readonly unknown[]): readonly Finding[] {
  return rule.findings(resolve(documentOf(...resources)))
}

/** The document with a repair applied. */
export function repaired(document: Document, { patches }: Repair): Document {
  return applyPatches(
    document,
    patches.map((patch) => ({ ...patch, path: [...patch.path] })),
  )
}

/** What each repair of each finding leaves of this rule's findings about the same resource. */
export function left(rule: Rule, ...resources: readonly unknown[]): readonly number[] {
  const document = documentOf(...resources)
  return rule.findings(resolve(document)).flatMap((finding) =>
    finding.repairs.map((repair) => {
      const after = rule.findings(resolve(repaired(document, repair)))
      return after.filter((it) => it.resources.join() === finding.resources.join()).length
    }),
  )
}
