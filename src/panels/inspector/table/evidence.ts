import { assertNever } from '../../../base/invariant'
import type { Evidence } from '../../../engine/answer'
import type { Id } from '../../../kinds/resource'

/** Does a reason or a finding point at this very row of a table? */
export function pointsAtRow(evidence: Evidence, id: Id, field: string, row: string): boolean {
  switch (evidence.type) {
    case 'transit-gateway-route':
      return evidence.routeTableId === id && field === 'routes' && evidence.destination === row
    case 'network-acl-entry':
      return (
        evidence.networkAclId === id &&
        evidence.direction === field &&
        String(evidence.ruleNumber) === row
      )
    case 'field':
      return evidence.resourceId === id && evidence.field.startsWith(`${field}.${row}`)
    case 'route':
    case 'rule':
    case 'listener':
    case 'missing':
    case 'resource':
      // their editors mark the row, or there is none
      return false
    default:
      return assertNever(evidence)
  }
}
