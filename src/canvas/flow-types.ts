import type { Edge, Node } from 'reactflow'
import type { Look } from '../kinds/contract'
import type { Id, Kind } from '../kinds/resource'

type BoxShape = Exclude<Look<Kind>['shape'], 'chip' | 'link'>

/** React Flow's node carries no more than the id: what is drawn comes from the designer. */
export type FlowNode = Node<{ id: Id }, BoxShape | 'shape'>
export type FlowEdge = Edge<{ id: Id; lane: number }, 'link'>
