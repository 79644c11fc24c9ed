import { Component, type ReactNode } from 'react'
import type { Designer } from '../store/designer'
import styles from './ErrorBoundary.module.css'

interface Props {
  readonly designer: Designer
  readonly children: ReactNode
}

/** A bug of ours in drawing the page: says so, and hands out the design so that no work is lost. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className={styles.page}>
        <h1>Something in Causeway broke</h1>
        <p>
          This is a mistake in the program, not in your design. The design is still here: download
          it to be safe, then reload the page.
        </p>
        <div className={styles.actions}>
          <button type="button" onClick={this.download}>
            Download the design
          </button>
          <button type="button" onClick={this.undo}>
            Undo the last change and go on
          </button>
          <button type="button" onClick={reload}>
            Reload the page
          </button>
        </div>
        <details>
          <summary>What broke</summary>
          <pre>{error.stack ?? error.message}</pre>
        </details>
      </main>
    )
  }

  private readonly undo = () => {
    this.props.designer.undo()
    this.setState({ error: null })
  }

  private readonly download = () => {
    const { document: design } = this.props.designer.getState()
    // plain JSON, not our own printer: whatever is broken must not stand in the way here
    const blob = new Blob([JSON.stringify(design, null, 2)], { type: 'application/json' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = 'rescued.causeway.json'
    link.click()
    URL.revokeObjectURL(link.href)
  }
}

function reload() {
  window.location.reload()
}
