import type { ResourceOf } from '../../kinds/resource'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** Gives a workload's interface in this subnet an Elastic IP address. */
export function elasticIpRepair(
  { document }: Network,
  workload: ResourceOf<'workload'>,
  subnet: ResourceOf<'subnet'>,
): Repair | null {
  return setPublicAddress(document, workload, subnet, 'elastic-ip', {
    id: 'add-elastic-ip',
    label: `Give ${workload.name} an Elastic IP address`,
    preview: `Associates 1 Elastic IP address with the interface of ${called(workload)} in ${called(subnet)}.`,
  })
}

/** Takes the public address of a workload's interface away. */
export function noPublicAddressRepair(
  { document }: Network,
  workload: ResourceOf<'workload'>,
  subnet: ResourceOf<'subnet'>,
): Repair | null {
  return setPublicAddress(document, workload, subnet, 'none', {
    id: 'drop-public-address',
    label: `Take the public address of ${workload.name} away`,
    preview: `Removes the public address from the interface of ${called(workload)} in ${called(subnet)}.`,
  })
}

function setPublicAddress(
  document: Network['document'],
  workload: ResourceOf<'workload'>,
  subnet: ResourceOf<'subnet'>,
  publicAddress: 'elastic-ip' | 'none',
  words: Pick<Repair, 'id' | 'label' | 'preview'>,
): Repair | null {
  return repair({
    ...words,
    id: `${words.id}:${workload.id}:${subnet.id}`,
    document,
    run: (draft) => {
      const it = draft.resources[workload.id]
      const face = it?.kind === 'workload' ? it.interfaces[subnet.id] : undefined
      if (!face) return
      face.publicAddress = publicAddress
      if (publicAddress === 'none') face.publicIp = null
    },
  })
}
