import type { Designer } from '../store/designer'
import type { AnalysisReply } from '../worker/protocol'
import type { Analyst } from '../worker/client'

type StartAnalyst = (onReply: (reply: AnalysisReply) => void) => Analyst

/**
 * Keeps `analysis` of the designer's state in step with its document and question: asks after every
 * change of either, and takes an answer only if nothing changed since it was asked.
 */
export function keepAnalysed(designer: Designer, startAnalyst: StartAnalyst): () => void {
  // the analyst's revision counts questions as well as edits, so it is not the document's
  let asked = 0
  let askedOf = designer.getState().revision
  const analyst = startAnalyst((reply) => {
    if (reply.type === 'failed') {
      if (reply.revision < asked) return
      designer.setState({ analysisFailure: reply.message })
    } else if (reply.revision === asked)
      designer.setState({
        analysis: reply.analysis,
        analysedRevision: askedOf,
        analysisFailure: null,
      })
  })
  const ask = () => {
    const { document, revision, view } = designer.getState()
    asked += 1
    askedOf = revision
    analyst.ask({ type: 'analyse', revision: asked, document, question: view.question })
  }
  ask()
  const unsubscribe = designer.subscribe((state, before) => {
    if (state.document !== before.document || state.view.question !== before.view.question) ask()
  })
  return () => {
    unsubscribe()
    analyst.stop()
  }
}
