import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from 'reactflow'
import 'reactflow/dist/style.css'
import { edgeDeriver } from '../../src/canvas/edges'
import { farthest } from '../../src/canvas/fit'
import { nodeDeriver } from '../../src/canvas/nodes'
import { parseDocument } from '../../src/model/parse'

interface Graph {
  readonly nodes: Node[]
  readonly edges: Edge[]
}

/** The boxes and links that our canvas draws of a design, as React Flow's own nodes and edges. */
function graphOf(text: string): Graph {
  const read = parseDocument(text)
  if (!read.ok) throw new Error('no design')
  const document = read.value
  const derived = nodeDeriver()({ document, selection: [], findings: new Map() })
  return {
    nodes: derived.map(({ id, position, parentId, width, height, data }) => ({
      id,
      position,
      width: width ?? 0,
      height: height ?? 0,
      data: { label: document.resources[data.id]?.name },
      ...(parentId !== undefined && { parentId }),
    })),
    edges: edgeDeriver()(document, []).map(({ id, source, target }) => ({ id, source, target })),
  }
}

/** Nothing but the defaults, and a zoom that reaches as far out as ours. */
function Plain({ graph }: { readonly graph: Graph }) {
  const [nodes, , onNodesChange] = useNodesState(graph.nodes)
  const [edges, , onEdgesChange] = useEdgesState(graph.edges)
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={farthest}
      fitView
    />
  )
}

function Page() {
  const [graph, setGraph] = useState<Graph | null>(null)
  if (graph) return <Plain graph={graph} />
  return (
    <input
      type="file"
      aria-label="Design"
      onChange={({ target }) => {
        const [file] = target.files ?? []
        void file?.text().then((text) => setGraph(graphOf(text)))
      }}
    />
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
