import type { Resource } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { design } from '../../store/selectors'
import { Section } from '../../ui/Section'
import { ResourceLink } from '../shared/ResourceLink'
import { relationsOf } from './relations'
import styles from './Inspector.module.css'

/** What a resource has to do with others, each a way there. */
export function Relations({ resource }: { readonly resource: Resource }) {
  const inDesign = useDesigner(design)
  return relationsOf(resource, inDesign).map(({ title, items }) => (
    <Section key={title} title={title} count={items.length}>
      <ul className={styles.links}>
        {items.map(({ id, note }) => (
          <li key={id}>
            <ResourceLink id={id} note={note} />
          </li>
        ))}
      </ul>
    </Section>
  ))
}
