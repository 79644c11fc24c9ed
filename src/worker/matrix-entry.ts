import { changesBetween } from '../engine/matrix/changes'
import { matrixOf } from '../engine/matrix/matrix'
import { matrixEnds } from '../engine/matrix/ends'
import { resolve } from '../engine/network'
import type { Document } from '../model/document'
import type { MatrixTalk } from './matrix'
import { answerAll } from './newest'

/** More changed pairs than a page lists. */
const mostPairs = 500

answerAll<MatrixTalk>(({ revision, document, traffic, withWorkloads, before }) => {
  const tableOf = (it: Document) => {
    const network = resolve(it)
    return matrixOf(network, traffic, matrixEnds(network, withWorkloads))
  }
  const table = tableOf(document)
  const changes = before && changesBetween(tableOf(before), table, mostPairs)
  return { type: 'matrix', revision, table, changes }
})
