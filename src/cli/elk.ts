import type { Elk } from '../model/arranged'

/** The layout kernel, loaded once something is arranged. */
export const elk: Elk = async (graph) => {
  kernel ??= start()
  return (await kernel)(graph)
}

let kernel: Promise<Elk> | null = null

async function start(): Promise<Elk> {
  const { default: Kernel } = await import('elkjs/lib/elk.bundled.js')
  const one = new Kernel()
  return (graph) => one.layout(graph)
}
