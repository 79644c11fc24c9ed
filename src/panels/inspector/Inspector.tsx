import { MousePointerClick } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { definitionOf } from '../../kinds/catalogue'
import { calledBy } from '../../kinds/called'
import { capital } from '../../kinds/contract'
import type { Resource } from '../../kinds/resource'
import { termOf } from '../../store/placed'
import { useDesigner } from '../../store/react'
import { design } from '../../store/selectors'
import { EmptyState } from '../../ui/EmptyState'
import { EffectiveRoutes } from './EffectiveRoutes'
import { FieldRow, isWide } from './FieldRow'
import { InspectorHead } from './InspectorHead'
import { Many } from './Many'
import { OwnFindings } from './OwnFindings'
import { Relations } from './Relations'
import { TransitGatewayRoutes } from './TransitGatewayRoutes'
import styles from './Inspector.module.css'

/** Every property of what is selected. */
export function Inspector() {
  const selection = useDesigner(({ view }) => view.selection)
  const resource = useDesigner(({ document, view }) => {
    const [only] = view.selection
    return only && view.selection.length === 1 ? document.resources[only] : undefined
  })
  const inDesign = useDesigner(design)
  return (
    <section
      className={styles.inspector}
      aria-label={resource ? capital(calledBy(termOf(resource, inDesign), resource)) : 'Inspector'}
    >
      {resource ? (
        <One key={resource.id} resource={resource} />
      ) : selection.length > 1 ? (
        <Many ids={selection} />
      ) : (
        <>
          <h2 className={styles.title}>Inspector</h2>
          <EmptyState icon={<MousePointerClick />} title="Nothing is selected">
            Select something on the canvas to see and change its properties. Double-click, or press
            Enter, to come straight here.
          </EmptyState>
        </>
      )}
    </section>
  )
}

function One({ resource }: { readonly resource: Resource }) {
  const fields = definitionOf(resource).fields.filter((it) => it.when?.(resource) ?? true)
  const focus = useDesigner(({ view }) => view.focus)
  const body = useRef<HTMLDivElement>(null)
  // a reason that names the resource as a whole begins at its top
  useEffect(() => {
    if (focus?.type === 'resource' && focus.resourceId === resource.id)
      body.current?.scrollIntoView({ block: 'start' })
  }, [focus, resource.id])
  const plain = fields.filter((it) => !isWide(it))
  const tables = fields.filter((it) => isWide(it) && it.type !== 'tags')
  const tags = fields.filter((it) => it.type === 'tags')
  return (
    <div ref={body}>
      <InspectorHead resource={resource} />
      <OwnFindings id={resource.id} />
      <div className={styles.fields}>
        {plain.map((field) => (
          <FieldRow key={field.key} field={field} resource={resource} />
        ))}
      </div>
      {tables.map((field) => (
        <FieldRow key={field.key} field={field} resource={resource} />
      ))}
      {resource.kind === 'subnet' && <EffectiveRoutes subnet={resource} />}
      {resource.kind === 'transit-gateway-route-table' && <TransitGatewayRoutes of={resource} />}
      <Relations resource={resource} />
      {tags.map((field) => (
        <FieldRow key={field.key} field={field} resource={resource} />
      ))}
    </div>
  )
}
