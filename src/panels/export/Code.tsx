import { useMemo } from 'react'
import type { ExportedFile } from '../../export/report'
import styles from './ExportPanel.module.css'
import { highlighted } from './highlight'

/** A file with its syntax in colours. The colours only help: the text says it all. */
export function Code({ file }: { readonly file: ExportedFile }) {
  const pieces = useMemo(() => placed(file), [file])
  return (
    // long lines and files scroll inside, so the box takes the focus for the keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.code} tabIndex={0} aria-label={file.path}>
      <pre>
        <code>
          {pieces.map(({ token, text, at }) =>
            token === 'plain' ? (
              text
            ) : (
              <span key={at} data-token={token}>
                {text}
              </span>
            ),
          )}
        </code>
      </pre>
    </section>
  )
}

/** The pieces with the place where each begins, which tells them apart. */
function placed({ text, language }: ExportedFile) {
  let end = 0
  return highlighted(text, language).map((piece) => {
    const at = end
    end += piece.text.length
    return { ...piece, at }
  })
}
