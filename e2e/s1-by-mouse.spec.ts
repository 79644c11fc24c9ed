import { expect, test } from './fixtures'
import type { Designer } from './pages/designer'

const peering = 'VPC peering connection VPC A to VPC B'

/** Four subnets, an internet gateway, and a route table that makes two of the subnets public. */
async function drawVpc({ canvas, inspector }: Designer, letter: 'A' | 'B', octet: 0 | 1) {
  const vpc = `VPC VPC ${letter}`
  const subnets = [
    ['private a', [0.25, 0.8], null],
    ['private b', [0.75, 0.8], null],
    ['public a', [0.25, 0.35], `10.${octet}.100.0/24`],
    ['public b', [0.75, 0.35], `10.${octet}.101.0/24`],
  ] as const
  for (const [name, spot, block] of subnets) {
    await canvas.drop('Subnet', vpc, spot)
    await inspector.type('Name', `${letter} ${name}`)
    if (block) await inspector.type('IPv4 CIDR', block)
  }
  await canvas.drop('Internet gateway', vpc, [0.5, 0.05])
  await canvas.drop('Route table', `subnet ${letter} public a`)
  await inspector.type('Name', `${letter} public`)
  await inspector.addRoute('0.0.0.0/0', `VPC ${letter} igw`)
  await canvas.resource(`subnet ${letter} public b`).click()
  await inspector.find('Route table', `${letter} public`)
}

/** A workload in both private subnets of its VPC. */
async function drawService({ canvas, inspector }: Designer, letter: 'A' | 'B', offer: string) {
  await canvas.drop(offer, `subnet ${letter} private a`)
  await inspector.type('Name', `Service ${letter}`)
  await inspector.find('Add an interface in a subnet', `${letter} private b`)
}

test('S1 from a blank page by mouse', async ({ designer }) => {
  // some sixty gestures, and each of them undone and done again
  test.setTimeout(240_000)
  const { canvas, inspector, path, exporting } = designer
  await designer.start.blank()
  const blank = await designer.savedFile()
  await designer.addAccount('Payments', '222222222222')
  await inspector.show()
  // however quick the clicks are, each is a step
  await canvas.zoomOut(4)
  await expect(canvas.root.getByRole('button', { name: 'Zoom 48 %' })).toBeVisible()

  await canvas.drop('Internet', null, [0.5, 0.1])
  await canvas.drop('VPC', null, [0.23, 0.5])
  await inspector.find('Region', 'ap-northeast-2')
  await canvas.drop('VPC', null, [0.77, 0.5])
  await inspector.choose('Account', 'Payments')
  await expect(canvas.resource('VPC VPC B')).toHaveAccessibleName(
    /^VPC VPC B, 10\.1\.0\.0\/16, ap-northeast-2, Payments/,
  )
  await drawVpc(designer, 'A', 0)
  await drawVpc(designer, 'B', 1)
  await canvas.drop('NAT gateway', 'subnet A public a', [0.5, 0.6])
  await designer.inspect('route table VPC A main')
  await inspector.addRoute('0.0.0.0/0', 'nat-a')
  await drawService(designer, 'A', 'EKS node group')
  await drawService(designer, 'B', 'ECS service')
  await designer.inspect('security group workload-sg', 'VPC VPC B')
  await inspector.admit(8080, '10.1.0.0/16')

  await canvas.chooseFromMenu(canvas.resource('workload Service A'), 'Check reachability from here')
  await canvas.chooseFromMenu(canvas.resource('workload Service B'), 'Check reachability to here')
  await path.port(8080)
  await expect(path.verdict).toContainText('Not reachable')
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')
  await expect(path.verdict).toContainText('No private link joins the two VPCs.')

  await canvas.peer('VPC A', 'VPC B')
  await expect(canvas.button(peering)).toHaveAccessibleName(/pending-acceptance/)
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')

  await canvas.chooseFromMenu(canvas.button(peering), 'Accept peering')
  await expect(canvas.button(peering)).toHaveText(/active/)
  await expect(path.verdict).toContainText('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')

  await designer.inspect('route table VPC A main')
  await inspector.addRoute('10.1.0.0/16', 'VPC A to VPC B')
  await path.show()
  await expect(path.verdict).toContainText('VPC B main has no route to')

  await designer.inspect('route table VPC B main')
  await inspector.addRoute('10.0.0.0/16', 'VPC A to VPC B')
  await path.show()
  await expect(path.verdict).toContainText('ENI_SG_RULES_MISMATCH')

  await designer.inspect('security group workload-sg', 'VPC VPC B')
  await inspector.admit(8080, '10.0.0.0/16')
  await path.show()
  await expect(path.verdict).toContainText('Reachable')
  await expect(path.verdict).toContainText('Service A reaches Service B')
  await expect(path.hops('Reply').last()).toContainText('Service A')

  const whole = await designer.savedFile()
  const steps = await designer.exhaust(designer.undo)
  expect(await designer.savedFile()).toBe(blank)
  await expect(path.verdict).toContainText('NO_SOURCE_OR_DESTINATION')
  expect(await designer.exhaust(designer.redo)).toBe(steps)
  await expect(path.verdict).toContainText('Service A reaches Service B')
  expect(await designer.savedFile()).toBe(whole)

  await expect(designer.savedState).toBeVisible()
  await designer.reload()
  await path.show()
  await expect(path.verdict).toContainText('Service A reaches Service B')
  expect(await designer.savedFile()).toBe(whole)
  await designer.undo.click()
  await expect(path.verdict).toContainText('ENI_SG_RULES_MISMATCH')
  await designer.redo.click()
  await expect(path.verdict).toContainText('Service A reaches Service B')

  await exporting.show('Terraform')
  const terraform = await exporting.download()
  await exporting.show('CloudFormation')
  const cloudFormation = await exporting.download()
  for (const [files, needed] of [
    [terraform, 'aws_vpc_peering_connection_accepter'],
    [cloudFormation, 'AWS::EC2::VPCPeeringConnection'],
  ] as const) {
    expect(Object.keys(files)).toContain('README.md')
    const code = Object.values(files).join('\n')
    for (const words of [
      '10.0.0.0/16',
      '10.1.0.0/16',
      '10.0.100.0/24',
      '10.1.1.0/24',
      '8080',
      needed,
    ])
      expect(code).toContain(words)
  }
})
