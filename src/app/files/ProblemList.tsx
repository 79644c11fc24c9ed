import { say } from '../../model/messages'
import styles from './ProblemList.module.css'
import type { ReadProblem } from './read-design'

/** What is wrong with a file, each with where it is and how to mend it. */
export function ProblemList({ problems }: { readonly problems: readonly ReadProblem[] }) {
  return (
    <ol className={styles.list} aria-label="Problems">
      {problems.map((problem) => {
        const { where, what, mend } = told(problem)
        return (
          <li key={`${where} ${what}`} className={styles.problem}>
            <code className={styles.where}>{where}</code>
            <p>{what}</p>
            <p className={styles.mend}>{mend}</p>
          </li>
        )
      })}
    </ol>
  )
}

function told(problem: ReadProblem) {
  if (problem.code !== 'picture/no-design') return say(problem)
  return {
    where: 'the file',
    what: 'It is a picture or page without a design in it.',
    mend: 'Choose a *.causeway.json file, or a picture that Causeway exported with its design.',
  }
}
