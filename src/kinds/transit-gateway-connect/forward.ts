import { called } from '../called'
import { capital } from '../contract'
import { drop, ends, field, type Forwarding } from '../forward'
import { deciderAt } from '../transit-gateway/attachment-hop'
import { faultOf } from './learned'

/**
 * Tunnels to an appliance that speaks BGP. Where it sends what comes out of them is its own
 * configuration, which no network design holds. (TGW-20)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html
 */
export const forward: Forwarding<'transit-gateway-connect'> = {
  outgoing: (it, _, packet, { design }) => {
    const { header } = packet
    const by = deciderAt(it)
    const fault = faultOf(it, design)
    if (fault) {
      const text = `${capital(called(it))} ${fault}.`
      return ends(
        drop(by, 'BAD_STATE_ATTACHMENT', { text, because: field(it.id, 'state') }, header),
        packet,
      )
    }
    const appliance = design.get(it.applianceId)
    const end = appliance ? called(appliance) : 'an appliance'
    const text = `${capital(called(it))} leads by GRE to ${end}. What that does with the packet is not modelled.`
    const because = field(it.id, 'applianceId')
    return ends(drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  },
}
