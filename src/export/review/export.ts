import type { Design } from '../../kinds/contract'
import type { Document } from '../../model/document'
import { printDocument } from '../../model/print'
import type { Export } from '../report'
import { addressesCsv } from './addresses'
import { routesCsv } from './routes'
import { rulesCsv } from './rules'

/** The design itself, and its tables for whoever reviews them. */
export function reviewOf(document: Document, design: Design): Export {
  return {
    files: [
      { path: 'design.causeway.json', text: printDocument(document), language: 'json' },
      { path: 'routes.csv', text: routesCsv(design), language: 'text' },
      { path: 'rules.csv', text: rulesCsv(design), language: 'text' },
      { path: 'addresses.csv', text: addressesCsv(design), language: 'text' },
    ],
    gaps: [],
    renamings: [],
    places: [],
    addresses: null,
  }
}
