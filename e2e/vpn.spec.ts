import { expect, test } from './fixtures'

test('a VPN connection from the palette: by mouse drawn, by keyboard routed, until a data centre reaches a host', async ({
  designer,
}) => {
  const { canvas, inspector, keyboard, path } = designer
  await designer.start.blank()
  await canvas.drop('VPC', null, [0.5, 0.75])
  await canvas.drop('Subnet', 'VPC VPC A', [0.5, 0.6])
  await canvas.drop('EC2 instance', 'subnet subnet-a')
  await canvas.drop('Virtual private gateway', 'VPC VPC A', [0.5, 0.1])
  await canvas.drop('On-premises network', null, [0.8, 0.15])
  await canvas.drop('Customer gateway', null, [0.2, 0.15])
  await canvas.link('Site-to-Site VPN connection', 'virtual private gateway VPC A vgw')
  await designer.linkEnd('Customer gateway').click()
  await expect(
    canvas.button('Site-to-Site VPN connection VPC A vgw to Customer gateway'),
  ).toHaveText(/available/)

  await path.show()
  await path.end('Source', 'On-premises')
  await path.end('Destination', 'workload')
  await expect(path.verdict).toContainText('SG_HAS_NO_RULES')
  await path.mend('Let security group workload-sg admit tcp/443 from 192.168.0.0/16')
  await expect(path.verdict).toContainText('VPC A main has no route to 192.168.0.1')

  await keyboard.find('VPC A main')
  await keyboard.command('Inspector panel')
  await keyboard.walkTo(inspector.propagation)
  await keyboard.type('VPC A vgw')
  await keyboard.press('Enter')
  await expect(inspector.root.getByRole('row', { name: /192\.168\.0\.0\/16/ })).toContainText(
    'propagated',
  )
  await keyboard.command('Path panel')
  await expect(path.verdict).toContainText('On-premises reaches workload')
})
