import { called } from '../called'
import { ends, type Forwarding } from '../forward'
import { unsupported } from './decider'

/**
 * A VPC endpoint leads to a service: a gateway endpoint as the target of routes that AWS adds, an
 * interface endpoint by its network interfaces. (EP-1, EP-6)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
export const forward: Forwarding<'vpc-endpoint'> = {
  through: (it, _, packet) => {
    const text = `What ${called(it)} does as the target of a route is not modelled.`
    return ends(unsupported(it, text, 'vpcEndpointType', packet), packet)
  },
}
