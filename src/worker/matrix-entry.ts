import { matrixAfter, type Remembered } from '../engine/matrix/after'
import { changesBetween } from '../engine/matrix/changes'
import { counterparts } from '../engine/matrix/counterparts'
import { matrixEnds } from '../engine/matrix/ends'
import { outsideEnds } from '../engine/matrix/reach'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { MatrixTalk } from './matrix'
import { answerAll } from './newest'

/** More changed pairs than a page lists. */
const mostPairs = 500

/** The latest matrices: of the design as it is, as it was, and as it was before that. */
const latest: Remembered[] = []
const mostRemembered = 4

answerAll<MatrixTalk>((request) => {
  const { revision, document, traffic, withWorkloads, withOutside, before } = request
  const tableOf = (it: Document) => {
    const outside = withOutside ? outsideEnds(designOf(it)) : []
    const ends = [...matrixEnds(it, withWorkloads), ...outside]
    const made = matrixAfter(latest, it, traffic, ends)
    latest.unshift(made)
    latest.length = Math.min(latest.length, mostRemembered)
    return made.table
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
