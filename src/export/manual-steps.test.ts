import { describe, expect, it } from 'vitest'
import { s5 } from '../model/examples/s5'
import { documentOf } from '../model/testing/build'
import { exportDesign } from './export'
import { manualSteps } from './manual-steps'

const linesFor = (remedy: string, text = 'Something is left.') =>
  manualSteps({ ...documentOf(), name: 'a\nrm -rf /' }, [{ resourceId: null, text, remedy }])
    .flatMap((file) => file.text.split('\n'))
    .slice(4)
    .filter((line) => line !== '')

describe('the script of manual steps', () => {
  it('holds the whole command with what is to be filled in, and nothing behind it', () => {
    expect(
      linesFor(
        'Then, with credentials of B, run: aws ec2 accept-it --region eu-west-1 --ids <id> <id> --tags Key=Name,Value=<name>, then rest.',
      ).at(-1),
    ).toBe('# aws ec2 accept-it --region eu-west-1 --ids <id> <id> --tags Key=Name,Value=<name>')
  })
  it('is not there where nothing is to be done with the AWS CLI', () => {
    expect(linesFor('Write it by hand.')).toEqual([])
  })
  it('runs nothing by itself, whatever a name holds', () => {
    const lines = linesFor('Run aws ec2 x --y z', 'The VPC \n$(rm -rf /)\r\n`reboot` is left.')
    expect(lines.every((line) => line.startsWith('#'))).toBe(true)
  })
  it('asks once for each account and zone which zone it is, whatever the number of subnets', () => {
    const { gaps } = exportDesign(s5.document, { to: 'terraform' })
    const asked = gaps.filter(({ remedy }) => remedy.includes('describe-availability-zones'))
    expect(asked.map(({ text }) => text.slice(0, 34))).toEqual(
      ['111111111111', '222222222222'].flatMap((account) =>
        ['a', 'b', 'c'].map((zone) => `eu-west-1${zone} of account ${account}`),
      ),
    )
  })
})
