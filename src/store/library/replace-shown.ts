import type { Designer } from '../designer'
import type { Working } from './records'

/** Shows what another tab made of the same design; what is open and chosen here stays so. */
export function replaceShown(
  designer: Designer,
  { document, past, future, question }: Working,
): void {
  designer.setState(({ revision, view }) => {
    const exists = (id: string) => Object.hasOwn(document.resources, id)
    return {
      document,
      past,
      future,
      revision: revision + 1,
      view: {
        ...view,
        question,
        selection: view.selection.filter(exists),
      },
    }
  })
}
