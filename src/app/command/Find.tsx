import { Combobox } from '@base-ui/react/combobox'
import { useMemo, useState } from 'react'
import { definitionOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { search, type Found } from '../../model/search'
import { whereabouts } from '../../model/whereabouts'
import { canvasApiOf, useDesigner, useDesignerStore } from '../../store/react'
import { AwsIcon } from '../../ui/AwsIcon'
import popup from '../../ui/Popup.module.css'
import { hide } from '../overlay'
import styles from './Command.module.css'
import { CommandDialog } from './CommandPalette'

/** More than this is not read anyway; a longer word narrows it down. */
const limit = 50

/** Finds resources by name, id, block or address, and shows the chosen one on the canvas. */
export function Find() {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const [typed, setTyped] = useState('')
  const found = useMemo(() => search(document, typed).slice(0, limit), [document, typed])
  const design = designOf(document)
  const choose = (chosen: Found | null) => {
    if (!chosen) return
    hide()
    designer.select([chosen.id])
    canvasApiOf(designer).zoomTo([chosen.id])
  }
  return (
    <CommandDialog label="Find on the canvas">
      <Combobox.Root<Found>
        items={found}
        filter={null}
        open
        inline
        autoHighlight
        value={null}
        itemToStringLabel={({ id }) => nameOf(id)}
        onInputValueChange={setTyped}
        onValueChange={choose}
      >
        <Combobox.Input
          className={styles.input}
          aria-label="Find by name, id, CIDR or IP address"
          placeholder="Name, id, CIDR or IP address"
        />
        <Combobox.Empty className={styles.empty}>
          {typed.trim() !== '' && 'Nothing on the canvas fits.'}
        </Combobox.Empty>
        <Combobox.List className={styles.list} aria-label="Found">
          {(it: Found) => {
            const resource: Resource | undefined = document.resources[it.id]
            return (
              resource && (
                <Combobox.Item key={it.id} value={it} className={popup.item}>
                  <AwsIcon name={definitionOf(resource).look.icon(resource, design)} size={20} />
                  <span className={popup.words}>
                    {resource.name}
                    <span className={popup.note}>
                      {[it.why, whereabouts(resource, design)]
                        .filter((part) => part !== null)
                        .join(', ')}
                    </span>
                  </span>
                </Combobox.Item>
              )
            )
          }}
        </Combobox.List>
      </Combobox.Root>
    </CommandDialog>
  )

  function nameOf(id: Id): string {
    return document.resources[id]?.name ?? id
  }
}
