import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { resolve } from '../../../engine/network'
import { newInterface } from '../../../kinds/network-interface/new-interface'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox } from '../../../ui/Combobox'
import { DraftInput } from '../../../ui/DraftInput'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { Select } from '../../../ui/Select'
import table from '../../../ui/Table.module.css'
import { ResourceLink } from '../../shared/ResourceLink'
import { privateAddressProblem, publicAddressProblem } from '../advice/address'
import { vpcOf } from '../candidates'
import { writeField, type FieldProps } from '../edit'
import { InterfaceDetails } from './InterfaceDetails'
import styles from '../Inspector.module.css'

type Workload = ResourceOf<'workload'>
type Face = Workload['interfaces'][Id<'subnet'>]

const publicKinds = [
  { value: 'none', label: 'None' },
  { value: 'auto-assigned', label: 'Auto-assigned', note: 'Changes when it is stopped' },
  { value: 'elastic-ip', label: 'Elastic IP', note: 'Stays' },
] as const

/** The network interfaces of a workload: one for each subnet it lies in. */
export function InterfacesEditor({
  resource: workload,
  fieldKey,
  label,
  readOnly,
}: FieldProps<Workload>) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const entries = Object.entries(workload.interfaces) as [Id<'subnet'>, Face][]
  const vpcId = vpcOf(workload, inDesign)
  const free = inDesign
    .all('subnet')
    .filter((it) => it.vpcId === vpcId && !Object.hasOwn(workload.interfaces, it.id))
  const write = (interfaces: Readonly<Record<string, Face>>) => {
    writeField(designer, workload, fieldKey, interfaces, label)
  }
  return (
    <Section title={label} count={entries.length}>
      <div className={table.scroll}>
        <table className={table.table} aria-label={label} data-widths>
          <thead>
            <tr>
              <th scope="col">Private IPv4 address</th>
              <th scope="col">Public IPv4 address</th>
            </tr>
          </thead>
          {entries.map(([subnetId, face]) => (
            <InterfaceRow
              key={subnetId}
              workload={workload}
              subnetId={subnetId}
              face={face}
              readOnly={readOnly}
              onChange={(next) => {
                write({ ...workload.interfaces, [subnetId]: next })
              }}
              onRemove={
                entries.length > 1
                  ? () => {
                      write(Object.fromEntries(entries.filter(([id]) => id !== subnetId)))
                    }
                  : null
              }
            />
          ))}
        </table>
      </div>
      {!readOnly && free.length > 0 && (
        <div className={styles.after}>
          <Combobox
            key={entries.length}
            label="Add an interface in a subnet"
            placeholder="Add an interface in a subnet"
            choices={free.map((it) => ({
              value: it.id,
              label: it.name,
              note: `${it.cidrBlock ?? it.ipv6CidrBlock}, ${it.availabilityZone}`,
            }))}
            value={null}
            onChange={(id) => {
              write({ ...workload.interfaces, [id]: newInterface('none') })
            }}
          />
        </div>
      )}
    </Section>
  )
}

function InterfaceRow({
  workload,
  subnetId,
  face,
  readOnly,
  onChange,
  onRemove,
}: {
  readonly workload: Workload
  readonly subnetId: Id<'subnet'>
  readonly face: Face
  readonly readOnly: boolean
  readonly onChange: (face: Face) => void
  /** Null for the only one: a workload lies in at least one subnet. */
  readonly onRemove: (() => void) | null
}) {
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const subnet = inDesign.get(subnetId)
  const name = subnet?.name ?? subnetId
  const used = useMemo(
    () =>
      resolve(document)
        .interfacesOf(workload.id)
        .find((it) => it.subnetId === subnetId),
    [document, workload.id, subnetId],
  )
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          <div className={styles.faceHead}>
            <ResourceLink
              id={subnetId}
              note={subnet?.cidrBlock ?? subnet?.ipv6CidrBlock ?? undefined}
            />
            <span className={styles.fill} />
            {onRemove && (
              <IconButton
                size="small"
                label={`Remove the interface in ${name}`}
                disabled={readOnly}
                onClick={onRemove}
              >
                <Trash2 />
              </IconButton>
            )}
          </div>
        </th>
      </tr>
      <tr>
        <td>
          <DraftInput
            mono
            label={`Private address in ${name}`}
            placeholder={used ? `auto ${used.privateIp}` : 'auto'}
            value={face.privateIpAddress ?? ''}
            disabled={readOnly}
            check={(text) =>
              subnet ? privateAddressProblem(text, subnet, workload.id, inDesign) : null
            }
            onCommit={(text) => {
              onChange({
                ...face,
                privateIpAddress: (text === '' ? null : text) as Face['privateIpAddress'],
              })
            }}
          />
        </td>
        <td>
          <div className={styles.stack}>
            <Select
              label={`Public address in ${name}`}
              options={publicKinds}
              value={face.publicAddress}
              disabled={readOnly}
              onChange={(publicAddress) => {
                const publicIp = publicAddress === 'none' ? null : face.publicIp
                onChange({ ...face, publicAddress, publicIp })
              }}
            />
            {face.publicAddress !== 'none' && (
              <DraftInput
                mono
                label={`Public IPv4 address in ${name}`}
                placeholder={used?.publicIp ? `auto ${used.publicIp}` : 'auto'}
                value={face.publicIp ?? ''}
                disabled={readOnly}
                check={publicAddressProblem}
                onCommit={(text) => {
                  onChange({ ...face, publicIp: (text === '' ? null : text) as Face['publicIp'] })
                }}
              />
            )}
          </div>
        </td>
      </tr>
      <tr>
        <td colSpan={2}>
          <InterfaceDetails face={face} subnet={subnet} readOnly={readOnly} onChange={onChange} />
        </td>
      </tr>
    </tbody>
  )
}
