import { expect, it } from 'vitest'
import { isLeftOut } from './left-out'

it.each([
  ['net/.terraform/providers', true],
  ['.terraform/providers/registry.terraform.io/hashicorp/aws/6.0.0/linux_amd64/aws', true],
  ['net\\.git\\objects\\00', true],
  ['app/node_modules/x/main.tf', true],
  ['.terraform/modules/vpc/main.tf', false],
  ['providers/main.tf', false],
  ['my.git/main.tf', false],
])('what tools leave beside code is not read: %s, %s', (path, expected) => {
  expect(isLeftOut(path)).toBe(expected)
})
