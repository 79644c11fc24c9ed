import ELK from 'elkjs/lib/elk.bundled.js'
import type { Elk } from '../arranged'

const kernel = new ELK()

/** The layout kernel as tests run it, without a worker. */
export const elk: Elk = (graph) => kernel.layout(graph)
