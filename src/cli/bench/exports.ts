import { exportDesign } from '../../export/export'
import { printDocument } from '../../model/print'
import { ms, timed, times, type Row } from './measure'
import { segmented } from './segments'

/** Exports of S5 with 100 spokes, against printing the document itself. */
export function exportRows(): readonly Row[] {
  const document = segmented(100)
  const plain = timed(() => printDocument(document))
  return (['terraform', 'cloudformation'] as const).map((to) => {
    const ours = timed(() =>
      exportDesign({ ...document, resources: { ...document.resources } }, { to }),
    )
    return {
      what: `export of 100 spokes to ${to}, to a saved file of them`,
      ratio: times(ours / plain),
      figures: `${ms(ours)}; the file ${ms(plain)}`,
    }
  })
}
