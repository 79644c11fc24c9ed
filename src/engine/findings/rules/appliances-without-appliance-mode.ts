import { called } from '../../../kinds/called'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { subnetsOfAttachment } from '../../../kinds/transit-gateway/attached'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { listed } from '../../repairs/words'
import { standingAttachments } from '../attachments'
import { defineRule } from '../define-rule'

type Inspector = ResourceOf<'workload' | 'vpc-endpoint'>
type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>

/** Appliances that keep state, in several zones, have to see both directions of a connection. */
export const appliancesWithoutApplianceMode = defineRule<{
  attachment: Attachment
  appliances: readonly Inspector[]
}>({
  id: 'L34',
  name: 'appliances-without-appliance-mode',
  severity: 'warn',
  rules: ['TGW-15', 'CL-7', 'EP-12'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
  *check(network) {
    const { design } = network
    for (const attachment of standingAttachments(network)) {
      if (attachment.applianceModeSupport || subnetsOfAttachment(attachment, design).length < 2)
        continue
      const appliances = inspectorsIn(network, attachment.vpcId)
      const zones = new Set(
        appliances.flatMap((it) =>
          network.interfacesOf(it.id).map((face) => face.availabilityZone),
        ),
      )
      if (zones.size < 2) continue
      yield {
        resources: [attachment.id, ...appliances.map((it) => it.id)],
        evidence: [{ type: 'field', resourceId: attachment.id, field: 'applianceModeSupport' }],
        facts: { attachment, appliances },
        repairs: [applianceMode(network, attachment)],
      }
    }
  },
  say: ({ attachment, appliances }) =>
    `${listed(appliances.map((it) => it.name))} keep state in different zones, but ${called(attachment)} is not in appliance mode: between hosts of different zones, request and answer pass different appliances, which drop them. Switch appliance mode on.`,
})

/** What keeps the state of connections in this VPC, or may: appliances, endpoints for inspection. */
function inspectorsIn(network: Network, vpcId: Id<'vpc'>): readonly Inspector[] {
  const { design } = network
  return [
    ...design
      .all('workload')
      .filter(
        (it) =>
          it.forwarding === 'forward' &&
          it.stateful &&
          network.interfacesOf(it.id).some((face) => face.vpcId === vpcId),
      ),
    ...design
      .all('vpc-endpoint')
      .filter((it) => it.vpcId === vpcId && it.vpcEndpointType === 'GatewayLoadBalancer'),
  ]
}

function applianceMode({ document }: Network, { id }: Attachment) {
  return repair({
    id: `appliance-mode:${id}`,
    label: 'Switch appliance mode on',
    preview: 'Changes 1 attachment.',
    document,
    run: (draft) => {
      const it = draft.resources[id]
      if (it?.kind === 'transit-gateway-vpc-attachment') it.applianceModeSupport = true
    },
  })
}
