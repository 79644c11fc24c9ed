import type { Document } from '../model/document'
import { Receiver, Sender, type Sent } from './sent'

/** What every request and reply carries: the answer to an old question is known by it. */
interface Numbered {
  readonly revision: number
}

/** A question about a design, perhaps beside an earlier one. */
interface Request extends Numbered {
  readonly document: Document
  readonly before?: Document | null
}

/** A request as it crosses to the worker. */
type Crossing<R extends Request> = Omit<R, 'document' | 'before'> & {
  readonly document: Sent
  readonly before: Sent | null
}

/** What a page and a worker say to each other. */
export interface Talk {
  readonly request: Request
  readonly reply: Numbered
}

/** Said instead of an answer: a bug of ours. */
export interface Failed extends Numbered {
  readonly type: 'failed'
  readonly message: string
}

/** Someone to ask: takes the newest request, answers it, skips what was overtaken meanwhile. */
export interface Asked<R> {
  readonly ask: (request: R) => void
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
  const sender = new Sender()
  const send = (request: T['request']) => {
    busy = true
    const crossing: Crossing<Request> = {
      ...request,
      document: sender.send(request.document),
      before: request.before ? sender.send(request.before) : null,
    }
    worker.postMessage(crossing)
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
    sender.forget()
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
  const receiver = new Receiver()
  self.addEventListener('message', ({ data }: MessageEvent<Crossing<T['request']>>) => {
    try {
      const document = receiver.receive(data.document)
      const before = data.before && receiver.receive(data.before)
      self.postMessage(answer({ ...data, document, before }))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      self.postMessage({ type: 'failed', revision: data.revision, message } satisfies Failed)
    }
  })
}
