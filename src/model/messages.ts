import { assertNever } from '../base/invariant'
import type { Position, Problem } from './problem'

/** A problem in words: where it is, what is wrong, how to mend it. */
export interface Told {
  readonly where: string
  readonly what: string
  readonly mend: string
}

function place(at: Position | null, path: readonly (string | number)[]): string {
  const line = at ? `line ${at.line}, column ${at.column}` : ''
  const way = path.join(' › ')
  return [line, way].filter((part) => part !== '').join(': ') || 'the file'
}

const inResource = (at: Position | null, id: string, field?: string) =>
  place(at, ['resources', id, ...(field === undefined ? [] : [field])])

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}

export function say(problem: Problem): Told {
  switch (problem.code) {
    case 'file/too-large':
      return {
        where: 'the file',
        what: `It holds ${megabytes(problem.bytes)}, more than the ${megabytes(problem.limit)} that Causeway reads.`,
        mend: 'Check that it is a Causeway design; designs of a thousand VPCs stay far below that.',
      }
    case 'file/empty':
      return {
        where: 'the file',
        what: 'It is empty.',
        mend: 'Choose another file, or an older copy of it.',
      }
    case 'file/too-deep':
      return {
        where: 'the file',
        what: `It nests more than ${problem.limit} levels deep, which no Causeway design does.`,
        mend: 'Check that it is a Causeway design.',
      }
    case 'file/not-json':
      return {
        where: place(problem.at, []),
        what: problem.truncated
          ? 'The file ends in the middle; it was cut off.'
          : 'This is not JSON here.',
        mend: problem.truncated
          ? 'Copy or download it again, or restore an older version.'
          : 'Look at this place in a text editor: a comma, quote or bracket is missing or too many.',
      }
    case 'file/duplicate-key':
      return {
        where: place(problem.at, problem.path),
        what: `The key ${JSON.stringify(problem.path.at(-1))} stands twice in the same object.`,
        mend: 'Remove one of the two, or give it another id.',
      }
    case 'file/forbidden-key':
      return {
        where: place(problem.at, problem.path),
        what: `${JSON.stringify(problem.path.at(-1))} cannot be a key.`,
        mend: 'Remove it or choose another name.',
      }
    case 'file/not-a-design':
      return {
        where: 'the file',
        what: 'It is JSON, but not a Causeway design: "format": "causeway" is missing.',
        mend: 'Choose a file that Causeway saved (*.causeway.json).',
      }
    case 'file/too-many':
      return {
        where: place(problem.at, problem.path),
        what: `It holds ${problem.count} entries, more than the ${problem.limit} that Causeway reads.`,
        mend: 'Check that it is a Causeway design; no network comes near that.',
      }
    case 'file/version':
      return {
        where: 'version',
        what:
          typeof problem.found === 'number' && problem.found > problem.newest
            ? `The file has version ${problem.found}; this Causeway reads up to ${problem.newest}.`
            : `${JSON.stringify(problem.found) ?? 'Nothing'} is not a version of the file format.`,
        mend:
          typeof problem.found === 'number' && problem.found > problem.newest
            ? 'Open it with a newer Causeway.'
            : `Write "version": ${problem.newest}.`,
      }
    case 'value':
      return { where: place(problem.at, problem.path), what: problem.what, mend: problem.mend }
    case 'id/kind-mismatch':
      return {
        where: inResource(problem.at, problem.id),
        what: `The id ${JSON.stringify(problem.id)} does not fit the kind ${JSON.stringify(problem.kind)}.`,
        mend: `Start the id with "${problem.kind}:", or correct the kind.`,
      }
    case 'reference/dangling':
      return {
        where: inResource(problem.at, problem.id, problem.field),
        what: `${JSON.stringify(problem.to)} is named, but the file holds no such resource.`,
        mend: 'Add it, or name one that exists.',
      }
    case 'reference/other-vpc':
      return {
        where: inResource(problem.at, problem.id, problem.field),
        what: `${JSON.stringify(problem.to)} belongs to another VPC.`,
        mend: 'Name one of the same VPC.',
      }
    case 'peering/itself':
      return {
        where: inResource(
          problem.at,
          problem.id,
          problem.id.startsWith('vpc-') ? 'accepterVpcId' : 'accepterTransitGatewayId',
        ),
        what: problem.id.startsWith('vpc-')
          ? 'Requester and accepter are the same VPC; a VPC cannot be peered with itself.'
          : 'Requester and accepter are the same transit gateway, which cannot be peered with itself.',
        mend: 'Name another one on one side.',
      }
    case 'route-table/several-main':
      return {
        where: inResource(problem.at, problem.tables[1] ?? problem.vpcId),
        what: `${problem.vpcId} has ${problem.tables.length} main route tables: ${problem.tables.join(', ')}.`,
        mend: 'Leave "main": true on one of them.',
      }
    case 'account/unknown':
      return {
        where: inResource(problem.at, problem.id, 'ownerId'),
        what: `Account ${problem.ownerId} is not in the list of accounts.`,
        mend: 'Add it to "accounts", or name one that is there.',
      }
    case 'account/duplicate':
      return {
        where: place(problem.at, ['accounts']),
        what: `Account ${problem.ownerId} stands twice in the list of accounts.`,
        mend: 'Remove one of the two.',
      }
    case 'layout/unknown':
      return {
        where: place(problem.at, ['layout', problem.id]),
        what: `${JSON.stringify(problem.id)} has a place on the canvas, but the file holds no such resource.`,
        mend: 'Remove the entry, or add the resource.',
      }
    case 'more':
      return {
        where: 'the file',
        what: `There are ${problem.count} more problems.`,
        mend: 'Mend these first and open it again.',
      }
    default:
      return assertNever(problem)
  }
}
