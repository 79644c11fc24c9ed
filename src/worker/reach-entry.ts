import { reachOf } from '../engine/matrix/reach'
import { resolve } from '../engine/network'
import { answerAll } from './newest'
import type { ReachTalk } from './reach'

answerAll<ReachTalk>(({ revision, document, traffic, id, way }) => ({
  type: 'reach',
  revision,
  verdicts: reachOf(resolve(document), traffic, id, way),
}))
