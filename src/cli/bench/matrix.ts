import { findingsOf } from '../../engine/findings/findings'
import { matrixOf } from '../../engine/matrix/matrix'
import type { MatrixTable } from '../../engine/matrix/table'
import { resolve, type Network } from '../../engine/network'
import { trace } from '../../engine/questions/trace'
import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { ms, timed, times, type Row } from './measure'
import { segmented } from './segments'

const https = { protocol: 'tcp', port: 443 } as const

/** The verdict of every pair and everything that is wrong, from the document on. */
function everything(document: Document): MatrixTable {
  // a document is resolved once: a new one is what an opened file is
  const network = resolve({ ...document, resources: { ...document.resources } })
  findingsOf(network)
  return matrixOf(network, https)
}

/** What tracing takes for one pair, on a sample over the whole design. */
function traceTime(network: Network, ends: readonly Id[], sample: number): number {
  const from = performance.now()
  for (let index = 0; index < sample; index += 1) {
    const [source, destination] = [
      ends[(index * 7919) % ends.length],
      ends[(index * 104_729 + 13) % ends.length],
    ]
    if (!source || !destination) continue
    trace(network, {
      ...https,
      source: { type: 'resource', id: source },
      destination: { type: 'resource', id: destination },
    })
  }
  return (performance.now() - from) / sample
}

/** Every pair of S5, against a trace of each pair. */
export function matrixRows(): readonly Row[] {
  const rows: Row[] = []
  const times100: number[] = []
  for (const count of [10, 100, 1000]) {
    const document = segmented(count)
    const network = resolve(document)
    const ends = network.design.all('subnet').map(({ id }) => id)
    const pairs = ends.length * (ends.length - 1)
    const one = traceTime(network, ends, 2000)
    const ours = timed(() => everything(document))
    times100.push(ours)
    rows.push({
      what: `every pair of ${count} spokes (${pairs.toLocaleString('en')}), resolved, with all findings`,
      ratio: times((one * pairs) / ours),
      figures: `${ms(ours)}; a trace of each pair ${ms(one * pairs)}, ${ms(one)} each`,
    })
  }
  const [, hundred = 1, thousand = 1] = times100
  rows.push({
    what: 'growth from 100 to 1,000 spokes (pairs grow by the power of 2)',
    ratio: `power of ${Math.log10(thousand / hundred).toFixed(2)}`,
    figures: `${ms(hundred)} to ${ms(thousand)}`,
  })
  return rows
}
