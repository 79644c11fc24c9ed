import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { defineRule } from '../define-rule'

/** AWS maintains one tunnel at a time: with the other down, a connection goes down with it. (CL-23) */
export const oneTunnel = defineRule<{ connection: ResourceOf<'vpn-connection'>; down: 1 | 2 }>({
  id: 'L39',
  name: 'one-tunnel',
  severity: 'warn',
  rules: ['VPN-9', 'CL-23'],
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
  *check({ design }) {
    for (const connection of design.all('vpn-connection')) {
      const { state, tunnel1Status, tunnel2Status } = connection
      if (state !== 'available' || tunnel1Status === tunnel2Status) continue
      const down = tunnel1Status === 'DOWN' ? 1 : 2
      yield {
        resources: [connection.id],
        evidence: [{ type: 'field', resourceId: connection.id, field: `tunnel${down}Status` }],
        facts: { connection, down },
      }
    }
  },
  say: ({ connection, down }) =>
    `Tunnel ${down} of ${called(connection)} is down: one tunnel carries everything, and AWS takes it down for maintenance. Bring both up.`,
})
