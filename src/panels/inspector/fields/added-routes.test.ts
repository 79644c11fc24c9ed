import { expect, it } from 'vitest'
import { resolve } from '../../../engine/network'
import { s6 } from '../../../model/examples/s6'
import { addedRoutes } from './AddedRoutes'

it('the routes that a virtual private gateway propagates stand beside those that are written', () => {
  const table = s6.document.resources['route-table:a']
  const resolved = resolve(s6.document).tables.find((it) => it.id === 'route-table:a')
  if (table?.kind !== 'route-table' || !resolved) throw new Error('S6 has the table A main')
  expect(addedRoutes(resolved.routes, table.routes)).toEqual([
    expect.objectContaining({
      destination: '192.168.0.0/16',
      target: 'vpn-gateway:a',
      origin: 'propagated',
    }),
  ])
})
