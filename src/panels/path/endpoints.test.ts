import { describe, expect, it } from 'vitest'
import { s1 } from '../../model/examples/s1'
import { designOf } from '../../model/design'
import { endChoices } from './endpoints'

const noteOf = (id: string) =>
  endChoices(designOf(s1.document)).find(({ value }) => value === id)?.note

describe('the ends that a path may have', () => {
  it('say in which VPC they lie, so that those of one name can be told apart', () => {
    expect(noteOf('subnet:a-private-b')).toMatch(/^10\.0\.1\.0\/24, .*, in VPC A$/)
    expect(noteOf('workload:service-a')).toMatch(/2 subnets, in VPC A$/)
    expect(noteOf('internet:internet')).not.toContain('in ')
  })
})
