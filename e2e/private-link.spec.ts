import { expect, test } from './fixtures'

test('PrivateLink: a service across overlapping VPCs, until its owner has to accept', async ({
  designer,
}) => {
  const { canvas, inspector, path } = designer
  await designer.start.example('One service across overlapping VPCs by PrivateLink')
  await path.show()
  await expect(path.verdict).toContainText('Service A reaches Endpoint for service B')
  await expect(path.hop('Request', 'Service B for others Endpoint service')).toBeVisible()
  await expect(path.hops('Reply')).not.toHaveCount(0)

  await canvas.resource('VPC endpoint Endpoint for service B').click()
  await inspector.show()
  await inspector.choose('State', 'pendingAcceptance')
  await path.show()
  await expect(path.verdict).toContainText('Not reachable')
  await expect(path.verdict).toContainText('accept')

  await designer.undo.click()
  await expect(path.verdict).toContainText('Service A reaches Endpoint for service B')

  // nobody opens a connection out of a service
  await path.end('Source', 'Service B')
  await path.end('Destination', 'Service A')
  await expect(path.verdict).toContainText('Not reachable')
})
