import { assertNever } from '../../base/invariant'
import type { Field as FieldData } from '../../kinds/contract'
import type { Resource, ResourceOf } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { Field } from '../../ui/Field'
import { AccountField, RegionField, ZoneField } from './fields/PlaceFields'
import { CidrField } from './fields/CidrField'
import { CidrListField } from './fields/CidrListField'
import { AttributeField, ChoiceField, SwitchField } from './fields/ChoiceFields'
import { InterfacesEditor } from './fields/InterfacesEditor'
import { IpField } from './fields/IpField'
import { ListField } from './fields/ListField'
import { NumberField } from './fields/NumberField'
import { ListenersEditor } from './listeners/ListenersEditor'
import { TableEditor } from './table/TableEditor'
import { PeeringOptionsField } from './fields/PeeringOptionsField'
import { ReferenceField } from './fields/ReferenceField'
import { ReferencesField } from './fields/ReferencesField'
import { RoutesEditor } from './fields/RoutesEditor'
import { RulesEditor } from './fields/RulesEditor'
import { TagsEditor } from './fields/TagsEditor'
import { TextField } from './fields/TextField'
import { useFocusMark } from './useFocusMark'
import styles from './Inspector.module.css'

/** One row of the inspector, as its kind describes it. */
export function FieldRow({
  field,
  resource,
}: {
  readonly field: FieldData
  readonly resource: Resource
}) {
  const looksOnly = useDesigner((state) => state.readOnly)
  const mark = useFocusMark<HTMLDivElement>(
    (evidence) =>
      (evidence.type === 'field' || evidence.type === 'missing') &&
      evidence.resourceId === resource.id &&
      evidence.field.split('.')[0] === field.key,
  )
  const control = controlOf(field, resource, looksOnly || field.readOnly === true)
  return (
    <div {...mark} className={styles.row}>
      {isWide(field) ? (
        control
      ) : (
        <Field label={field.label} hint={field.hint}>
          {control}
        </Field>
      )}
    </div>
  )
}

const wide: ReadonlySet<FieldData['type']> = new Set([
  'routes',
  'rules',
  'interfaces',
  'tags',
  'cidr-list',
  'references',
  'list',
  'table',
  'listeners',
])

/** Tables bring their own heading and take the whole width. */
export function isWide({ type }: FieldData): boolean {
  return wide.has(type)
}

function controlOf(field: FieldData, resource: Resource, readOnly: boolean) {
  const props = { resource, fieldKey: field.key, label: field.label, readOnly }
  switch (field.type) {
    case 'text':
      return <TextField {...props} multiline={field.multiline === true} whenNull={field.whenNull} />
    case 'number':
      return <NumberField {...props} whenNull={field.whenNull} />
    case 'list':
      return (
        <ListField {...props} noun={field.row} example={field.example} whenNull={field.whenNull} />
      )
    case 'table':
      return <TableEditor {...props} field={field} />
    case 'listeners':
      return <ListenersEditor {...props} resource={resource as ResourceOf<'load-balancer'>} />
    case 'tags':
      return <TagsEditor {...props} />
    case 'cidr':
      return <CidrField {...props} family={field.family ?? 'IPv4'} whenNull={field.whenNull} />
    case 'cidr-list':
      return <CidrListField {...props} family={field.family ?? 'IPv4'} />
    case 'ip':
      return <IpField {...props} whenNull={field.whenNull} />
    case 'account':
      return <AccountField {...props} whenNull={field.whenNull} />
    case 'region':
      return <RegionField {...props} />
    case 'zone':
      return <ZoneField {...props} />
    case 'switch':
      return field.whenNull === undefined ? (
        <SwitchField {...props} />
      ) : (
        <AttributeField {...props} whenNull={field.whenNull} />
      )
    case 'choice':
      return <ChoiceField {...props} options={field.options} whenNull={field.whenNull} />
    case 'reference':
      return <ReferenceField {...props} kind={field.kind} whenNull={field.whenNull} />
    case 'references':
      return (
        <ReferencesField {...props} kind={field.kind} each={field.each} whenNull={field.whenNull} />
      )
    case 'routes':
      return <RoutesEditor {...props} resource={resource as ResourceOf<'route-table'>} />
    case 'rules':
      return (
        <RulesEditor
          {...props}
          resource={resource as ResourceOf<'security-group'>}
          direction={field.direction}
        />
      )
    case 'interfaces':
      return <InterfacesEditor {...props} resource={resource as ResourceOf<'workload'>} />
    case 'peering-options':
      return <PeeringOptionsField {...props} />
    default:
      return assertNever(field)
  }
}
