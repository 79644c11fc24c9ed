import { expect, test } from './fixtures'

const overlapping = 'Overlapping CIDRs joined by private NAT and a load balancer'

test('S4: a private NAT gateway, a transit gateway and a load balancer join overlapping VPCs', async ({
  designer,
}) => {
  const { path } = designer
  await designer.start.example(overlapping)
  await path.show()
  await expect(path.verdict).toContainText('Service A reaches ALB B')
  await expect(path.hops('Request').filter({ hasText: 'sends it on as 100.64.1.' })).toHaveCount(1)

  // its own name leads nowhere: the address is one of VPC A too
  await path.end('Destination', 'Service B')
  await expect(path.verdict).toContainText('CIDR_OVERLAP')

  // and nobody comes the other way
  await path.end('Source', 'Service B')
  await path.end('Destination', 'Service A')
  await expect(path.verdict).toContainText('NAT_UNSOLICITED_INBOUND')
})

const routes = [
  ['route table a-services', '100.64.2.0/24', 'a-services has no route to 100.64.2.4'],
  ['route table a-routable', '100.64.2.0/24', 'a-routable'],
  ['route table b-routable', '100.64.1.0/24', 'the reply is lost'],
  ['transit gateway route table From VPC A', '100.64.2.0/24', 'From VPC A has no route'],
  ['transit gateway route table From VPC B', '100.64.1.0/24', 'the reply is lost'],
] as const

test('S4: every route that is taken away is named as the missing one', async ({ designer }) => {
  const { inspector, path } = designer
  await designer.start.example(overlapping)
  for (const [table, destination, words] of routes) {
    await designer.inspect(table)
    await inspector.show()
    await inspector.removeRoute(destination)
    await path.show()
    await expect(path.verdict).toContainText('Not reachable')
    await expect(path.verdict).toContainText(words)
    const name = table.split(' table ')[1] ?? ''
    await expect(path.verdict).toContainText(name)
    await designer.undo.click()
    await expect(path.verdict).toContainText('Service A reaches ALB B')
  }
})

test('S5: spokes reach the shared services, and not each other', async ({ designer }) => {
  const { path } = designer
  await designer.start.example('Hub and spoke')
  await path.show()
  await expect(path.verdict).toContainText('App 1 reaches Directory')
  await path.end('Destination', 'App 2')
  await expect(path.verdict).toContainText('TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT')
  await expect(path.verdict).toContainText('spokes has no route')
  await path.end('Source', 'Directory')
  await expect(path.verdict).toContainText('Directory reaches App 2')
})

test('S1, step 0: over the internet to the load balancer, told as costly and exposed', async ({
  designer,
}) => {
  const { path } = designer
  await designer.start.example('EKS to ECS across two VPCs')
  await path.show()
  await path.end('Destination', 'ALB B')
  await path.port(443)
  await expect(path.verdict).toContainText('Service A reaches ALB B')
  await expect(path.verdict).toContainText('exposed to the internet')
  await expect(path.hop('Request', 'NAT gateway A NAT gateway')).toBeVisible()
})

test('S3 becomes S4 in one step that can be undone', async ({ designer, page }) => {
  const { canvas, path } = designer
  await designer.start.example('Overlapping CIDRs cannot be peered')
  await page.getByRole('tab', { name: /^Findings/ }).click()
  await page
    .getByRole('button', {
      name: 'Let VPC A call VPC B by private NAT, transit gateway and load balancer',
    })
    .click()
  await path.show()
  await path.end('Destination', 'alb')
  await path.port(443)
  await expect(path.verdict).toContainText('Host A reaches')
  await expect(canvas.button('VPC peering connection A to B')).toBeHidden()

  await designer.undo.click()
  await expect(canvas.button('VPC peering connection A to B')).toHaveAccessibleName(/failed/)
})
