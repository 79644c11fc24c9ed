import { expect, test } from './fixtures'
import { Files } from './pages/files'

const code = `
provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  count             = 2
  vpc_id            = aws_vpc.shop.id
  cidr_block        = cidrsubnet(aws_vpc.shop.cidr_block, 8, count.index)
  availability_zone = "eu-west-1\${["a", "b"][count.index]}"
}

resource "aws_security_group" "app" {
  name   = "app"
  vpc_id = aws_vpc.shop.id
}

resource "aws_instance" "server" {
  count                  = 2
  subnet_id              = aws_subnet.app[count.index].id
  vpc_security_group_ids = [aws_security_group.app.id]
  tags                   = { Name = "Server \${count.index}" }
}
`

test('code of Terraform is parsed off the page, drawn, and can be asked', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart({ name: 'main.tf', bytes: Buffer.from(code) })
  const report = files.report('main')
  await expect(report.getByText('Security group', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  await designer.path.end('Source', 'Server 0')
  await designer.path.end('Destination', 'Server 1')
  await expect(designer.path.verdict).toContainText('app of Server 0 has no egress rules')
})
