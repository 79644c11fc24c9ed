import { arrangedAnew } from '../model/arranged-anew'
import type { ArrangeReply, ArrangeRequest } from './arranger'
import { elk } from './elk'

const say = (reply: ArrangeReply) => {
  self.postMessage(reply)
}

/** Arranges one design off the page's own thread: document in, layout and frames out. */
self.addEventListener('message', ({ data }: MessageEvent<ArrangeRequest>) => {
  answer(data).catch((error: unknown) => {
    say({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})

async function answer({ document, only }: ArrangeRequest): Promise<void> {
  say({ type: 'arranged', drawn: await arrangedAnew(document, elk, only) })
}
