import { BookOpen, Check, Crosshair, Plus, Route, Trash2 } from 'lucide-react'
import { definitionOf, kinds } from '../../kinds/catalogue'
import { capital } from '../../kinds/contract'
import type { Resource } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import { awaitsAcceptance } from '../../model/edits/accept-link'
import { marginsOf } from '../../model/layout'
import { acceptPeeringOf } from '../../store/actions/link'
import { place } from '../../store/actions/place'
import { askPath } from '../../store/actions/question'
import { askReach, hasReach } from '../../store/actions/reach'
import { requestRemoval } from '../../store/actions/remove'
import { isEnd } from '../../store/ends'
import { offersOf, termOf } from '../../store/placed'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { Tooltip } from '../../ui/Tooltip'
import { ResourceLink } from '../shared/ResourceLink'
import { documentation } from './documentation'
import styles from './Inspector.module.css'

/** What it is, in which state, and what can be done with it. */
export function InspectorHead({ resource }: { readonly resource: Resource }) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const inDesign = useDesigner(design)
  const readOnly = useDesigner((state) => state.readOnly)
  const { plural, look } = definitionOf(resource)
  const term = termOf(resource, inDesign)
  const home = parentOf(resource, inDesign)
  const badge = look.badge(resource, inDesign)
  const addable = readOnly ? [] : addableTo(resource)
  return (
    <header className={styles.head}>
      <div className={styles.identity}>
        <AwsIcon name={look.icon(resource, inDesign)} size={32} />
        <div className={styles.who}>
          <h2>{resource.name}</h2>
          <p>
            <span>{capital(term)}</span>
            {home && (
              <span className={styles.home}>
                in <ResourceLink id={home} />
              </span>
            )}
            {badge !== null && <Badge tone={badge === 'main' ? 'neutral' : 'warn'}>{badge}</Badge>}
          </p>
        </div>
        <Tooltip text="AWS documentation">
          <a
            className={styles.docs}
            href={documentation[resource.kind]}
            target="_blank"
            rel="noreferrer"
            aria-label={`AWS documentation on ${plural}`}
          >
            <BookOpen aria-hidden />
          </a>
        </Tooltip>
        <IconButton
          label="Show on the canvas"
          onClick={() => {
            canvas.zoomTo([resource.id])
          }}
        >
          <Crosshair />
        </IconButton>
        <IconButton
          label={`Delete ${resource.name}`}
          keys="Delete"
          disabled={readOnly}
          onClick={() => {
            requestRemoval(designer, [resource.id])
          }}
        >
          <Trash2 />
        </IconButton>
      </div>
      <div className={styles.deeds}>
        {awaitsAcceptance(resource) && (
          <Button
            size="small"
            look="primary"
            icon={<Check />}
            disabled={readOnly}
            onClick={() => {
              acceptPeeringOf(designer, resource)
            }}
          >
            Accept
          </Button>
        )}
        {addable.length > 0 && (
          <Menu
            trigger={
              <Button size="small" icon={<Plus />} aria-label={`Add to this ${term}`}>
                Add
              </Button>
            }
            entries={addable.flatMap((kind) => {
              const { placement } = definitionOf({ kind })
              const refusal = placement.type === 'on' ? placement.refuse(resource, inDesign) : null
              return offersOf(kind).map(({ placed, label, icon }) => ({
                type: 'action' as const,
                label,
                icon: <AwsIcon name={icon} size={20} />,
                disabled: refusal !== null,
                note: refusal ?? undefined,
                run: () => {
                  const host = designOf(designer.getState().document).get(resource.id)
                  const { side, top } = host ? marginsOf(host) : { side: 0, top: 0 }
                  const id = place(designer, placed, {
                    on: [resource.id],
                    at: { x: side, y: top },
                  })
                  if (id) designer.show({ type: 'reveal', id })
                },
              }))
            })}
          />
        )}
        {isEnd(resource) && (
          <>
            <Button
              size="small"
              icon={<Route />}
              onClick={() => {
                askPath(designer, 'source', resource.id)
              }}
            >
              Path from here
            </Button>
            <Button
              size="small"
              onClick={() => {
                askPath(designer, 'destination', resource.id)
              }}
            >
              Path to here
            </Button>
          </>
        )}
        {hasReach(resource) && (
          <>
            <Button
              size="small"
              title="What can this reach? Alt+R"
              onClick={() => {
                askReach(designer, resource.id, 'from')
              }}
            >
              Can reach…
            </Button>
            <Button
              size="small"
              title="What can reach this? Alt+Shift+R"
              onClick={() => {
                askReach(designer, resource.id, 'to')
              }}
            >
              Reached by…
            </Button>
          </>
        )}
      </div>
    </header>
  )
}

/** Kinds that can be placed on this resource. */
function addableTo({ kind }: Resource) {
  return kinds.filter((it) => {
    const { placement } = definitionOf({ kind: it })
    return placement.type === 'on' && placement.kinds.includes(kind)
  })
}
