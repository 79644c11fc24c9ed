/** What every request and reply carries: the answer to an old question is known by it. */
interface Numbered {
  readonly revision: number
}

/** What a page and a worker say to each other. */
export interface Talk {
  readonly request: Numbered
  readonly reply: Numbered
}

/** Said instead of an answer: a bug of ours. */
export interface Failed extends Numbered {
  readonly type: 'failed'
  readonly message: string
}

/** Someone to ask: takes the newest request, answers it, skips what was overtaken meanwhile. */
export interface Asked<Request> {
  readonly ask: (request: Request) => void
  readonly stop: () => void
}

/**
 * Asks a worker one thing at a time. While it is busy only the newest request waits, so a burst of
 * edits costs two answers and not one per keystroke.
 */
export function askNewest<T extends Talk>(
  worker: Worker,
  onReply: (reply: T['reply'] | Failed) => void,
): Asked<T['request']> {
  let busy = false
  let waiting: T['request'] | null = null
  const send = (request: T['request']) => {
    busy = true
    worker.postMessage(request)
  }
  const done = (reply: T['reply'] | Failed) => {
    busy = false
    if (waiting) {
      const next = waiting
      waiting = null
      send(next)
    }
    onReply(reply)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<T['reply'] | Failed>) => {
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

/** Answers every request of the page with this, or says what broke. */
export function answerAll<T extends Talk>(answer: (request: T['request']) => T['reply']): void {
  self.addEventListener('message', ({ data }: MessageEvent<T['request']>) => {
    try {
      self.postMessage(answer(data))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      self.postMessage({ type: 'failed', revision: data.revision, message } satisfies Failed)
    }
  })
}
