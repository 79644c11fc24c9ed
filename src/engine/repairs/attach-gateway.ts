import type { ResourceOf } from '../../kinds/resource'
import { attachedGateway } from '../../model/internet-access'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** Attaches an internet gateway to the VPC it is drawn on; a VPC takes one. (NET-1) */
export function attachGatewayRepair(
  { design, document }: Network,
  gateway: ResourceOf<'internet-gateway'>,
): Repair | null {
  if (attachedGateway(design, gateway.vpcId)) return null
  return repair({
    id: `attach-gateway:${gateway.id}`,
    label: 'Attach the internet gateway',
    preview: `Attaches ${called(gateway)} to its VPC.`,
    document,
    run: (draft) => {
      const it = draft.resources[gateway.id]
      if (it?.kind === 'internet-gateway') it.attachmentState = 'attached'
    },
  })
}
