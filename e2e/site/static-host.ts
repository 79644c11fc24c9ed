import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A static host that serves one folder under one path and knows nothing else. */
export interface StaticHost {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves a folder as any static host would, such as `serveUnder('/some/path/', 'dist')`. */
export function serveUnder(path: string, folder: string): Promise<StaticHost> {
  const root = resolve(folder)
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const within = pathname.startsWith(path)
      ? decodeURIComponent(pathname.slice(path.length))
      : '..'
    const file = join(root, within === '' ? 'index.html' : within)
    if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  return new Promise((done, reject) => {
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const bound = server.address()
      if (typeof bound !== 'object' || !bound) throw new Error('A listening server has no port.')
      done({
        address: `http://localhost:${bound.port}${path}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
            server.closeAllConnections()
          }),
      })
    })
  })
}
