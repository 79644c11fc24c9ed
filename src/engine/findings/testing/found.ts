import { applyPatches } from 'immer'
import { designOf } from '../../../model/design'
import type { Document } from '../../../model/document'
import { documentOf } from '../../../model/testing/build'
import type { Finding, Repair } from '../../answer'
import type { Subject } from '../../repairs/subject'
import type { Rule } from '../define-rule'

/** What findings and repairs look at, from a document. */
export function subjectOf(document: Document): Subject {
  return { document, design: designOf(document) }
}

/** What one rule finds in a design of these resources. */
export function found(rule: Rule, ...resources: readonly unknown[]): readonly Finding[] {
  return rule.findings(subjectOf(documentOf(...resources)))
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
  return rule.findings(subjectOf(document)).flatMap((finding) =>
    finding.repairs.map((repair) => {
      const after = rule.findings(subjectOf(repaired(document, repair)))
      return after.filter((it) => it.resources.join() === finding.resources.join()).length
    }),
  )
}
