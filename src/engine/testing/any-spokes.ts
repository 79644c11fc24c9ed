import fc from 'fast-check'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { documentOf } from '../../model/testing/build'
import type { Document } from '../../model/document'

/*
 * A hub with three spokes, most of what differs between two of them in one spoke: edits that change
 * little, and now and then one that leads others through a spoke or gives it the block of another.
 */

type Part = Record<string, unknown> & { readonly id: string }

const spoke = fc.integer({ min: 1, max: 3 })
const to = fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/24', '10.3.1.0/24', '0.0.0.0/0')

const table = (which: string) =>
  fc.tuple(spoke, to, fc.boolean()).map(([number, block, isGone]) => ({
    id: `route-table:spoke-${number}${which}`,
    change: (it: Part) => ({
      ...it,
      routes: {
        ...(it['routes'] as object),
        [block]: { target: isGone ? null : 'transit-gateway:hub' },
      },
    }),
  }))

const oddity = fc.oneof(
  table(''),
  table('-tgw'),
  fc.tuple(spoke, fc.constantFrom('a', 'b')).map(([number, zone]) => ({
    id: `subnet:spoke-${number}-app-${zone}`,
    change: (it: Part) => ({ ...it, routeTableId: `route-table:spoke-${number}-tgw` }),
  })),
  fc
    .tuple(spoke, fc.constantFrom('172.16.0.0/24', '10.2.0.0/16', '10.200.0.0/24'))
    .map(([number, block]) => ({
      id: `vpc:spoke-${number}`,
      change: (it: Part) => ({ ...it, secondaryCidrBlocks: [block] }),
    })),
  spoke.map((number) => ({
    id: `transit-gateway-vpc-attachment:spoke-${number}`,
    change: (it: Part) => ({ ...it, subnetIds: [`subnet:spoke-${number}-tgw-a`] }),
  })),
  fc.tuple(spoke, to, fc.constantFrom('spokes', 'shared')).map(([number, block, name]) => ({
    id: `transit-gateway-route-table:${name}`,
    change: (it: Part) => ({
      ...it,
      routes: { [block]: { attachmentId: `transit-gateway-vpc-attachment:spoke-${number}` } },
    }),
  })),
)

/** Subnets in two zones are enough, and nobody asks for hosts. */
const plain = (hubAndSpoke(3).resources as readonly Part[])
  .filter(({ id }) => !/^(?:workload|security-group):|^subnet:.*-c$/.test(id))
  .map((it) => {
    const { subnetIds } = it as { readonly subnetIds?: readonly string[] }
    return subnetIds ? { ...it, subnetIds: subnetIds.slice(0, 2) } : it
  })

/** A hub and three spokes, nearly alike. */
export const anySpokes: fc.Arbitrary<Document> = fc
  .array(oddity, { maxLength: 3 })
  .map((oddities) => {
    const parts = plain.map((it) =>
      oddities.filter(({ id }) => id === it.id).reduce<Part>((now, { change }) => change(now), it),
    )
    return documentOf(...parts)
  })
