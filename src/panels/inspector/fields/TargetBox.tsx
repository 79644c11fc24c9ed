import type { ResourceOf } from '../../../kinds/resource'
import { definitionOf } from '../../../kinds/catalogue'
import { useDesigner } from '../../../store/react'
import { design } from '../../../store/selectors'
import { AwsIcon } from '../../../ui/AwsIcon'
import { Combobox } from '../../../ui/Combobox'
import { routeTargets, targetNote, type RouteTarget } from '../advice/route-targets'

/** The target of a route, among those that its VPC allows. */
export function TargetBox({
  routeTable,
  label,
  value,
  onChange,
}: {
  readonly routeTable: ResourceOf<'route-table'>
  readonly label: string
  readonly value: RouteTarget['id'] | null
  readonly onChange: (id: RouteTarget['id']) => void
}) {
  const inDesign = useDesigner(design)
  const choices = routeTargets(routeTable, inDesign).map((it) => ({
    value: it.id,
    label: it.name,
    note: targetNote(it, routeTable.vpcId, inDesign),
    icon: <AwsIcon name={definitionOf(it).look.icon(it, inDesign)} size={20} />,
  }))
  const stranger = value ? inDesign.get(value) : undefined
  const listed = choices.some((it) => it.value === value)
  const all =
    value && !listed
      ? [...choices, { value, label: stranger?.name ?? 'gone', note: 'of another VPC' }]
      : choices
  return (
    <Combobox
      label={label}
      placeholder={value === null ? 'Choose a target' : undefined}
      choices={all}
      value={value}
      none="The VPC has no gateway or peering connection that fits."
      onChange={(id) => {
        onChange(id as RouteTarget['id'])
      }}
    />
  )
}
