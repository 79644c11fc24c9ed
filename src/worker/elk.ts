import Kernel from 'elkjs/lib/elk-api.js'
import script from 'elkjs/lib/elk-worker.min.js?url'
import type { Elk } from '../model/arranged'

let kernel: InstanceType<typeof Kernel> | null = null

/** The layout kernel in a worker of its own: it is large, and fetched once something is arranged. */
export const elk: Elk = (graph) => {
  kernel ??= new Kernel({ workerFactory: () => new Worker(script) })
  return kernel.layout(graph)
}
