import { examples } from '../../model/examples/examples'
import type { Example } from '../../model/examples/example'
import { outlineOf } from '../../store/library/outline'
import { questionOf } from '../../store/question-of'
import { useWorkspace } from '../workspace'
import styles from './Cards.module.css'
import { Thumbnail } from './Thumbnail'

/** The built-in designs, each with its story in one sentence. Opening one makes a copy. */
export function Examples() {
  return (
    <section aria-labelledby="examples">
      <h2 id="examples" className={styles.title}>
        Examples
      </h2>
      <ul className={styles.cards} data-large>
        {examples.map((example) => (
          <li key={example.id}>
            <ExampleCard example={example} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ExampleCard({ example }: { readonly example: Example }) {
  const workspace = useWorkspace()
  return (
    <button
      type="button"
      className={styles.card}
      onClick={() => {
        void workspace.add(example.document, questionOf(example.flow))
      }}
    >
      <Thumbnail outline={outlineOf(example.document)} />
      <strong className={styles.name}>{example.title}</strong>
      <span className={styles.about}>{example.about}</span>
    </button>
  )
}
