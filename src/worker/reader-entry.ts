import { parseDocument } from '../model/parse'

/** Reads one large file off the page's own thread: text in, document or problems out. */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  self.postMessage(parseDocument(data))
})
