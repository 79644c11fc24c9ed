import type { AnalysisReply, AnalysisRequest } from './protocol'

/** Someone to ask: takes the newest request, answers it, skips what was overtaken meanwhile. */
export interface Analyst {
  readonly ask: (request: AnalysisRequest) => void
  readonly stop: () => void
}

/**
 * Starts the worker. While it is busy only the newest request waits, so a burst of edits costs
 * two analyses and not one per keystroke.
 */
export function startAnalyst(onReply: (reply: AnalysisReply) => void): Analyst {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  let busy = false
  let waiting: AnalysisRequest | null = null
  const send = (request: AnalysisRequest) => {
    busy = true
    worker.postMessage(request)
  }
  const done = (reply: AnalysisReply) => {
    busy = false
    if (waiting) {
      const next = waiting
      waiting = null
      send(next)
    }
    onReply(reply)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
    done(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    done({ type: 'failed', revision: Number.POSITIVE_INFINITY, message: event.message })
  })
  return {
    ask: (request) => {
      if (busy) waiting = request
      else send(request)
    },
    stop: () => {
      worker.terminate()
    },
  }
}
