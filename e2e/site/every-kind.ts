import { definitionOf, kinds } from '../../src/kinds/catalogue'
import { designOf } from '../../src/model/design'
import { printDocument } from '../../src/model/print'
import { createDesigner } from '../../src/store/designer'
import { drawEverything } from '../../src/store/testing/everything'

/** A design with every kind as a file, and one resource of each by its label on the canvas. */
export function designOfEveryKind() {
  let count = 0
  const randomId = () => {
    count += 1
    return `n${count}`
  }
  const designer = createDesigner({ randomId })
  drawEverything(designer)
  const { document } = designer.getState()
  const design = designOf(document)
  const shown = kinds.flatMap((kind) => {
    const [it] = design.all(kind)
    if (!it) return []
    const { shape } = definitionOf(it).look
    return [{ kind, shape, name: it.name, label: `${definitionOf(it).term} ${it.name}` }]
  })
  return { text: printDocument(document), shown }
}
