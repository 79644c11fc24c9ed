/** A file that cannot be a design, and what its reader must be told. */
export interface BadFile {
  readonly name: string
  readonly text: () => string
  readonly where: string
  readonly what: string
  readonly mend: string
}

/** One subnet in one VPC, as Causeway saves it. */
const whole = JSON.stringify(
  {
    format: 'causeway',
    version: 1,
    name: 'One subnet',
    accounts: [{ id: '111111111111', name: 'Main account' }],
    resources: {
      'vpc:a': {
        kind: 'vpc',
        name: 'VPC A',
        ownerId: '111111111111',
        region: 'eu-west-1',
        cidrBlock: '10.0.0.0/16',
      },
      'subnet:a': {
        kind: 'subnet',
        name: 'Subnet A',
        vpcId: 'vpc:a',
        availabilityZone: 'eu-west-1a',
        cidrBlock: '10.0.0.0/24',
      },
    },
  },
  null,
  2,
)

/** The same with one text replaced. */
const spoilt = (find: string, replacement: string) => () => {
  if (!whole.includes(find)) throw new Error(`${find} is not in the file that is to be spoilt.`)
  return whole.replace(find, replacement)
}

export const badFiles: readonly BadFile[] = [
  {
    name: 'truncated.causeway.json',
    text: () => whole.slice(0, whole.indexOf('"vpc:a",')),
    where: 'line 22',
    what: 'The file ends in the middle; it was cut off.',
    mend: 'Copy or download it again',
  },
  {
    name: 'wrong-version.causeway.json',
    text: spoilt('"version": 1', '"version": 99'),
    where: 'version',
    what: 'The file has version 99',
    mend: 'Open it with a newer Causeway.',
  },
  {
    name: 'wrong-type.causeway.json',
    text: spoilt('"10.0.0.0/24"', '24'),
    where: 'line 24, column 20: resources › subnet:a › cidrBlock',
    what: 'expected string, received number',
    mend: 'Write a value of type string.',
  },
  {
    name: 'duplicate-id.causeway.json',
    text: spoilt('"subnet:a"', '"vpc:a"'),
    where: 'line 19, column 5: resources › vpc:a',
    what: 'The key "vpc:a" stands twice in the same object.',
    mend: 'Remove one of the two',
  },
  {
    name: 'dangling-reference.causeway.json',
    text: spoilt('"vpcId": "vpc:a"', '"vpcId": "vpc:gone"'),
    where: 'line 22, column 16: resources › subnet:a › vpcId',
    what: '"vpc:gone" is named, but the file holds no such resource.',
    mend: 'Add it, or name one that exists.',
  },
  {
    name: 'contains-itself.causeway.json',
    text: spoilt('"vpcId": "vpc:a"', '"vpcId": "subnet:a"'),
    where: 'line 22, column 16: resources › subnet:a › vpcId',
    what: '"subnet:a" is not the id of a vpc.',
    mend: 'Write an id that starts with "vpc:".',
  },
  {
    name: 'junk.causeway.json',
    text: () => 'junk{['.repeat((50 * 1024 * 1024) / 6),
    where: 'the file',
    what: 'It holds 50 MB, more than the 32 MB that Causeway reads.',
    mend: 'Check that it is a Causeway design',
  },
]
