import { changesBetween } from '../engine/matrix/changes'
import { counterparts } from '../engine/matrix/counterparts'
import { matrixOf } from '../engine/matrix/matrix'
import { matrixEnds } from '../engine/matrix/ends'
import { outsideEnds } from '../engine/matrix/reach'
import { resolve } from '../engine/network'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { MatrixTalk } from './matrix'
import { answerAll } from './newest'

/** More changed pairs than a page lists. */
const mostPairs = 500

answerAll<MatrixTalk>((request) => {
  const { revision, document, traffic, withWorkloads, withOutside, before } = request
  const tableOf = (it: Document) => {
    const network = resolve(it)
    const outside = withOutside ? outsideEnds(network) : []
    return matrixOf(network, traffic, [...matrixEnds(network, withWorkloads), ...outside])
  }
  const table = tableOf(document)
  if (!before) return { type: 'matrix', revision, table, changes: null, alone: null }
  const past = tableOf(before)
  const ends = counterparts(past.ends, designOf(before), designOf(document), table.ends)
  const changes = changesBetween({ ...past, ends }, table, mostPairs)
  const now = new Set(table.ends)
  const both = ends.filter((id) => now.has(id)).length
  const alone = { before: ends.length - both, now: table.ends.length - both }
  return { type: 'matrix', revision, table, changes, alone }
})
