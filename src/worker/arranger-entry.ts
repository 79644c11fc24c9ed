import { arrangedAnew } from '../model/arranged-anew'
import type { Document } from '../model/document'

/** Lays out one design off the page's own thread: document in, layout out. */
self.addEventListener('message', ({ data }: MessageEvent<Document>) => {
  self.postMessage(arrangedAnew(data))
})
