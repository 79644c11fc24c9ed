import { describe, expect, it } from 'vitest'
import { documentOf, subnet, vpc } from '../../model/testing/build'
import { exportDesign } from '../export'
import { usualOptions } from '../options'
import { finishedS1 } from '../testing/finished-s1'

const modular = (document: ReturnType<typeof finishedS1>) => {
  const { files } = exportDesign(
    {
      ...document,
      exporting: { options: { ...usualOptions, terraformLayout: 'modules' }, addresses: {} },
    },
    { to: 'terraform' },
  )
  return (path: string) => files.find((it) => it.path === path)?.text ?? ''
}

describe('a module for a VPC', () => {
  it('uses its default provider, whatever its caller calls it', () => {
    const text = modular(finishedS1())
    expect(text('modules.tf')).toContain(
      '  providers = {\n    aws = aws.platform_ap_northeast_2\n  }',
    )
    expect(text('modules/vpc_a/versions.tf')).not.toContain('configuration_aliases')
    expect(text('modules/vpc_a/network.tf')).not.toContain('provider =')
    expect(text('peering.tf')).toContain('provider = aws.platform_ap_northeast_2')
  })

  it('names the providers where it has those of several accounts', () => {
    const shared = subnet('s', 'a', '10.0.0.0/24', { sharedWith: ['222222222222'] })
    const group = {
      id: 'workload:w',
      kind: 'workload',
      name: 'w',
      workloadType: 'ec2-instance',
      ownerId: '222222222222',
      interfaces: { 'subnet:s': {} },
    }
    const text = modular(documentOf(vpc('a', '10.0.0.0/16'), shared, group))
    expect(text('modules/a/versions.tf')).toMatch(
      /configuration_aliases = \[aws\.account_222222222222_eu_west_1, aws\.main_account_eu_west_1\]/,
    )
    expect(text('modules/a/network.tf')).toContain('provider = aws.main_account_eu_west_1')
  })

  it('says what it is handed and what it hands out', () => {
    const text = modular(finishedS1())
    expect(text('modules/vpc_a/variables.tf')).toContain(
      'description = "cidr_block of aws_vpc.vpc_b, made outside of this module."',
    )
    expect(text('modules/vpc_b/outputs.tf')).toContain(
      'description = "cidr_block of aws_vpc.vpc_b."',
    )
  })
})
