import { expect, test } from './fixtures'
import type { Designer } from './pages/designer'

const peering = 'VPC peering connection VPC A to VPC B'

async function addRoute({ keyboard, inspector }: Designer, table: string, destination: string) {
  await keyboard.find(table)
  await keyboard.command('Inspector panel')
  await keyboard.use(inspector.addRouteButton)
  await keyboard.type(destination)
  await expect(inspector.newTarget).toHaveValue('VPC A to VPC B')
  await keyboard.press('Enter')
  await expect(inspector.route(destination)).toContainText('active')
  await keyboard.command('Path panel')
}

async function narrowRoute(designer: Designer, table: string, from: string, to: string) {
  const { keyboard, inspector } = designer
  await keyboard.find(table)
  await keyboard.command('Inspector panel')
  await keyboard.walkTo(inspector.destination(from))
  await keyboard.press('ControlOrMeta+KeyA')
  await keyboard.type(to)
  await keyboard.press('Enter')
  await expect(inspector.route(to)).toContainText('active')
  await keyboard.command('Path panel')
}

test('S1, steps 1 to 5, by keyboard alone', async ({ designer }) => {
  // some four hundred keys, one by one
  test.setTimeout(240_000)
  const { canvas, keyboard, path, inspector, start } = designer
  await start.open()
  await keyboard.use(start.exampleCard('EKS to ECS across two VPCs'))
  await keyboard.walkOverCanvasTo(canvas.peerButton('VPC A'))
  await keyboard.command('Path panel')
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')

  // step 1
  await keyboard.walkOverCanvasTo(canvas.peerButton('VPC A'))
  await keyboard.press('Enter')
  await keyboard.use(designer.linkEnd('VPC B'))
  await expect(canvas.button(peering)).toHaveAccessibleName(/pending-acceptance/)
  await expect(canvas.button(peering)).toBeFocused()
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')

  // step 2
  await keyboard.command('Inspector panel')
  await keyboard.use(inspector.accept)
  await expect(canvas.button(peering)).toHaveText(/active/)
  await keyboard.command('Path panel')
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')

  // step 3
  await addRoute(designer, 'A private', '10.1.0.0/16')
  await expect(path.verdict).toContainText('B private has no route to')

  // step 4
  await expect(path.repair('Add the missing route back')).toBeVisible()
  await addRoute(designer, 'B private', '10.0.0.0/16')
  await expect(path.verdict).toContainText('ENI_SG_RULES_MISMATCH')

  // step 5
  await keyboard.use(path.repair('Let security group service-b admit tcp/8080 from 10.0.0.0/24'))
  await expect(path.verdict).toContainText('Service A reaches Service B')
  await expect(path.branches.filter({ hasText: 'passes' })).toHaveCount(4)

  // step 5b
  await narrowRoute(designer, 'A private', '10.1.0.0/16', '10.1.0.0/24')
  await narrowRoute(designer, 'B private', '10.0.0.0/16', '10.0.0.0/24')
  await expect(path.branches.filter({ hasText: 'passes' })).toHaveText([
    /subnet A private a to subnet B private a/,
  ])
  await expect(path.branches.filter({ hasText: 'blocked' })).toHaveCount(3)
})
