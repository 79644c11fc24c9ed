import { describe, expect, it } from 'vitest'
import { plain } from './markdown'
import { reportSection } from './report-section'

const linesFor = (remedy: string) =>
  reportSection({ gaps: [{ resourceId: null, text: 'Left.', remedy }], renamings: [] })

describe('the report in a README', () => {
  it.each([
    [
      'First run: aws ec2 x-y --ids <id> --tags Key=a_b_,Value=<name>, then rest.',
      'First run: `aws ec2 x-y --ids <id> --tags Key=a_b_,Value=<name>`, then rest.',
    ],
    ['Set vpc_b_arn to *it*.', 'Set vpc_b_arn to \\*it\\*.'],
    ['Run aws ec2 x --y 1; aws ram z --w 2', 'Run `aws ec2 x --y 1`; `aws ram z --w 2`'],
  ])('can be copied: %s', (remedy, written) => {
    expect(linesFor(remedy)).toContain(`- Left. ${written}`)
  })
  it('leaves an underscore alone only within a word', () => {
    expect(plain('_a_ a_b 1_2 ._. é_é')).toBe('\\_a\\_ a_b 1_2 .\\_. é\\_é')
  })
})
