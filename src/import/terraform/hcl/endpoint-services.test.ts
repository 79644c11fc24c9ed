import { expect, it } from 'vitest'
import { byAddress, readCode } from '../testing/parser'

const endpoint = (service: string) => `
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
data "aws_vpc_endpoint_service" "s3" { service = "s3" }
data "aws_ssm_parameter" "s3" { name = "s3" }
resource "aws_vpc" "this" { cidr_block = "10.0.0.0/16" }
resource "aws_vpc_endpoint" "this" {
  vpc_id       = aws_vpc.this.id
  service_name = ${service}
}
`

it('EP-1: the service of an endpoint is known by its name in the Region; of one that is not, nothing is', async () => {
  const of = async (service: string) =>
    byAddress(await readCode({ 'main.tf': endpoint(service) }))['aws_vpc_endpoint.this']
  const known = await of('data.aws_vpc_endpoint_service.s3.service_name')
  expect(known).toMatchObject({ serviceId: 'aws-service:s3.eu-west-1' })
  expect(known?.undescribed).toBeUndefined()
  expect((await of('data.aws_ssm_parameter.s3.value'))?.undescribed).toContain('service_name')
})
