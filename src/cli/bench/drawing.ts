import { printDocument } from '../../model/print'
import { segmented } from './segments'

/** S5 with this many spokes, as a file that the page opens. */
export function printedDesign(count: number): string {
  return printDocument(segmented(count))
}
