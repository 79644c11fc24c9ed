import { expect, test } from './fixtures'

test('S6: a data centre reaches the VPC it has a VPN connection with, and none behind it', async ({
  designer,
}) => {
  const { canvas, inspector, path } = designer
  await designer.start.example('A data centre joined by VPN')
  await path.show()
  await expect(path.verdict).toContainText('Data centre reaches Host A')

  await path.end('Destination', 'Host B')
  await expect(path.verdict).toContainText('VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS')

  await path.end('Destination', 'Host A')
  await canvas.button('Site-to-Site VPN connection Data centre VPN').click()
  await inspector.show()
  await inspector.choose('Tunnel 1', 'DOWN')
  await inspector.choose('Tunnel 2', 'DOWN')
  await path.show()
  await expect(path.verdict).toContainText('BAD_STATE_VPN')
  await designer.undo.click()
  await expect(path.verdict).toContainText('Data centre reaches Host A')
})

test('central inspection: out to the internet through the firewall, and back through it', async ({
  designer,
}) => {
  const { path } = designer
  await designer.start.example('Central egress and inspection')
  await path.show()
  await expect(path.verdict).toContainText('reaches')
  await expect(path.hops('Request').filter({ hasText: 'NAT gateway' })).not.toHaveCount(0)
})
