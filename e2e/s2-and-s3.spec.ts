import { expect, test } from './fixtures'

test('S2: peering is not transitive, a connection of its own is the way out', async ({
  designer,
}) => {
  const { canvas, path } = designer
  await designer.start.example('Peering is not transitive')
  await path.show()
  await expect(path.verdict).toContainText('Not reachable')
  await expect(path.verdict).toContainText('PEERING_TRANSITIVE')
  await expect(path.verdict).toContainText(
    '10.2.0.4 lies in VPC C, which is peered with VPC B, not with VPC A: peering is not transitive.',
  )
  await expect(path.hops('Request').filter({ hasText: 'PEERING_TRANSITIVE' })).toContainText(
    'Open A to B',
  )

  await expect(path.repairs).toContainText(
    'Adds 1 VPC peering connection (pending acceptance) and 1 route; points 1 existing route at it.',
  )
  await path.mend('Peer VPC A with VPC C')
  await expect(canvas.button('VPC peering connection VPC A to VPC C')).toHaveAccessibleName(
    /pending-acceptance/,
  )
  await expect(path.verdict).toContainText('Not reachable')

  await path.mend('Accept the peering connection')
  await expect(path.verdict).toContainText('Host A reaches Host C')
  await expect(path.hop('Request', 'VPC A to VPC C VPC peering connection')).toBeVisible()

  await designer.undo.click()
  await designer.undo.click()
  await expect(path.verdict).toContainText('PEERING_TRANSITIVE')
})

test('S3: overlapping CIDRs cannot be peered, a new block is the way out', async ({ designer }) => {
  const { canvas, path } = designer
  await designer.start.example('Overlapping CIDRs cannot be peered')
  await path.show()
  await expect(canvas.button('VPC peering connection A to B')).toHaveAccessibleName(/failed/)
  await expect(canvas.collision('VPC VPC A')).toHaveText('10.0.0.0/16')
  await expect(canvas.collision('VPC VPC B')).toHaveText('10.0.0.0/16')
  await expect(path.verdict).toContainText('CIDR_OVERLAP')
  await expect(path.verdict).toContainText(
    'The packet for 10.0.0.4 is delivered to Host A in VPC A, which has the same address.',
  )

  // drawn again it is refused again, and says why
  await canvas.peer('VPC A', 'VPC B')
  await expect(canvas.root).toContainText(
    'VPC A (10.0.0.0/16) and VPC B (10.0.0.0/16) overlap; AWS refuses to peer VPCs with overlapping CIDR blocks.',
  )
  await expect(canvas.collision('VPC VPC A')).toHaveText('10.0.0.0/16')
  await expect(canvas.collision('VPC VPC B')).toHaveText('10.0.0.0/16')
  await expect(canvas.button('VPC peering connection VPC A to VPC B')).toHaveAccessibleName(
    /failed/,
  )
  await designer.undo.click()

  await path.mend('Re-address VPC B to 10.1.0.0/16 (next free block)')
  await expect(canvas.resource('VPC VPC B')).toHaveAccessibleName(/10\.1\.0\.0\/16/)
  await expect(canvas.collision('VPC VPC A')).toBeHidden()
  await expect(canvas.resource('subnet B private')).toHaveAccessibleName(/10\.1\.0\.0\/24/)
  await expect(canvas.button('VPC peering connection A to B')).toHaveAccessibleName(
    /pending-acceptance/,
  )
  await path.mend('Accept the peering connection')
  await path.mend('Add the missing routes on both sides')
  await expect(path.verdict).toContainText('Host A reaches Host B')
})
