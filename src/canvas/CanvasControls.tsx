import { Toolbar } from '@base-ui/react/toolbar'
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'
import { memo, useCallback, type ReactNode } from 'react'
import { MiniMap, Panel, useStore } from 'reactflow'
import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { useCanvasApi, useDesigner, useDesignerStore } from '../store/react'
import styles from './CanvasControls.module.css'
import { minimapSize } from './fit'
import type { FlowNode } from './flow-types'

/** Zoom, fit and the minimap, in the lower right corner. */
export const CanvasControls = memo(function CanvasControls() {
  const designer = useDesignerStore()
  const camera = useCanvasApi()
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100))
  const minimap = useDesigner(({ view }) => view.minimap)
  // the minimap draws all its boxes anew for another function
  const tintClass = useCallback(
    ({ id }: FlowNode) => {
      const { document } = designer.getState()
      const it = document.resources[id as Id]
      const tint = it ? definitionOf(it).look.tint(it, designOf(document)) : 'neutral'
      return styles[tint] ?? ''
    },
    [designer],
  )
  return (
    <Panel position="bottom-right" className={styles.corner ?? ''}>
      {minimap && (
        <MiniMap<FlowNode>
          className={styles.map ?? ''}
          nodeClassName={tintClass}
          style={minimapSize}
          pannable
          zoomable
          ariaLabel="Minimap"
          nodeBorderRadius={4}
          nodeStrokeWidth={6}
        />
      )}
      <Toolbar.Root className={styles.bar} aria-label="Zoom">
        <Control
          label={minimap ? 'Hide minimap' : 'Show minimap'}
          pressed={minimap}
          onPress={() => {
            designer.look({ minimap: !minimap })
          }}
        >
          <MapIcon size={15} aria-hidden />
        </Control>
        <span className={styles.gap} />
        <Control label="Zoom out" onPress={camera.zoomOut}>
          <Minus size={15} aria-hidden />
        </Control>
        <Control label={`Zoom ${zoom} %. Set to 100 %`} onPress={camera.actualSize} wide>
          {zoom} %
        </Control>
        <Control label="Zoom in" onPress={camera.zoomIn}>
          <Plus size={15} aria-hidden />
        </Control>
        <Control label="Zoom to fit" onPress={camera.fit}>
          <Maximize size={15} aria-hidden />
        </Control>
      </Toolbar.Root>
    </Panel>
  )
})

function Control({
  label,
  onPress,
  pressed,
  wide,
  children,
}: {
  readonly label: string
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <Toolbar.Button
      className={styles.control}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      data-wide={wide}
      onClick={onPress}
    >
      {children}
    </Toolbar.Button>
  )
}
