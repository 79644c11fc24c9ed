import { Fragment } from 'react'
import { useDesigner } from '../../store/react'
import { assumed, assumedWords, cutAtAddresses } from './assumed'
import styles from './Path.module.css'

/** A sentence of the engine; addresses that AWS has yet to choose are told apart. */
export function Told({ text, say = false }: { readonly text: string; readonly say?: boolean }) {
  const guesses = useDesigner(assumed)
  return cutAtAddresses(text).map((part, index) =>
    guesses.has(part) ? (
      <span key={`${index} ${part}`} className={styles.assumed} title={assumedWords}>
        {part}
        {say && <small> assumed</small>}
      </span>
    ) : (
      <Fragment key={`${index} ${part}`}>{part}</Fragment>
    ),
  )
}
